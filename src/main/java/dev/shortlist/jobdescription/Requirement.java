package dev.shortlist.jobdescription;

import dev.shortlist.text.Passage;

/// One thing a job description asks for.
///
/// @param id stable within its job description: `r1`, `r2`, in the order of the text
/// @param label what a person calls it: `PostgreSQL`, `Java or Kotlin`, `5 years in accounting`
/// @param weight share against the other requirements of its dimension, above 0 and at most 1
/// @param passage the sentence of the job description that asks for it
public record Requirement(
    String id, String label, Need need, Importance importance, double weight, Passage passage) {
  public Requirement {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "weight of %s must be in (0, 1] but is %s".formatted(label, weight));
    }
  }
}
