package dev.shortlist.dialect.bulkscreen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What a client asked for, in its own fields; kept as labels of the screening.
@JsonNaming(SnakeCaseStrategy.class)
record Criteria(
    @Nullable String jobTitle,
    @Nullable Double minExperience,
    List<String> requiredSkills,
    String jobRequirements) {
  private static final String TITLE = "job_title";
  private static final String YEARS = "min_experience";
  private static final String SKILLS = "required_skills";

  Map<String, String> labels() {
    var labels = new HashMap<String, String>();
    if (jobTitle != null) {
      labels.put(TITLE, jobTitle);
    }
    if (minExperience != null) {
      labels.put(YEARS, minExperience.toString());
    }
    labels.put(SKILLS, String.join(",", requiredSkills));
    return labels;
  }

  static Criteria of(Map<String, String> labels, String jobRequirements) {
    String years = labels.get(YEARS);
    return new Criteria(
        labels.get(TITLE),
        years == null ? null : Double.valueOf(years),
        skills(labels.getOrDefault(SKILLS, "")),
        jobRequirements);
  }

  static List<String> skills(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(skill -> !skill.isEmpty())
        .toList();
  }
}
