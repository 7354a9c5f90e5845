package dev.shortlist.dialect.cvbatch;

import dev.shortlist.dialect.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A batch to be made. What says nothing about the job description is kept as labels.
///
/// @param jobDescriptionId id, number or reference of a kept job description
/// @param jobDescriptionText a new one instead
@JsonNaming(SnakeCaseStrategy.class)
record NewBatch(
    @Nullable String title,
    @Nullable String jobDescriptionId,
    @Nullable String jobDescriptionText,
    @Nullable String description,
    @Nullable String department,
    @Nullable String location,
    @Nullable List<String> tags,
    @Nullable String employmentType,
    @Nullable String seniorityLevel,
    @Nullable List<String> experienceRange) {
  static final String DEPARTMENT = "department";
  static final String LOCATION = "location";

  Map<String, String> labels() {
    var labels = new HashMap<String, String>();
    labels.put(Client.LABEL, "cvbatch");
    note(labels, DEPARTMENT, department);
    note(labels, LOCATION, location);
    note(labels, "description", description);
    note(labels, "employment_type", employmentType);
    note(labels, "seniority_level", seniorityLevel);
    note(labels, "tags", tags == null ? null : String.join(",", tags));
    note(
        labels,
        "experience_range",
        experienceRange == null ? null : String.join(",", experienceRange));
    return labels;
  }

  private static void note(Map<String, String> labels, String name, @Nullable String value) {
    if (value != null) {
      labels.put(name, value);
    }
  }
}
