package dev.shortlist.dialect.bulkscreen;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record Started(
    UUID jobId,
    int totalResumes,
    String message,
    @Nullable Double minExperience,
    List<String> requiredSkills,
    String jobRequirements) {}
