package dev.shortlist.dialect.cvbatch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// How far a batch is, told after each CV.
@JsonNaming(SnakeCaseStrategy.class)
record BatchProgress(String type, String userId, @JsonUnwrapped QueueStatus status) {}
