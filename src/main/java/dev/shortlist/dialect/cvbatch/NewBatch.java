package dev.shortlist.dialect.cvbatch;

import dev.shortlist.dialect.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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
    @Nullable JsonNode tags,
    @Nullable String employmentType,
    @Nullable String seniorityLevel,
    @Nullable JsonNode experienceRange) {
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
    note(labels, "tags", text(tags));
    note(labels, "experience_range", text(experienceRange));
    return labels;
  }

  /// Clients send a list, a text or an object: kept for them as it came.
  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    return value.isArray()
        ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
        : value.isString() ? value.asString() : value.toString();
  }

  private static void note(Map<String, String> labels, String name, @Nullable String value) {
    if (value != null) {
      labels.put(name, value);
    }
  }
}
