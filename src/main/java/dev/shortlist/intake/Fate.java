package dev.shortlist.intake;

import dev.shortlist.screening.Stage;
import org.jspecify.annotations.Nullable;

/// How many files of a screening became the same.
///
/// @param stage of their applications by now, absent where they have none
public record Fate(Outcome outcome, @Nullable Stage stage, int files) {

  /// What a file was when it came in, as in [Received].
  public enum Outcome {
    ACCEPTED,
    DUPLICATE,
    REFUSED,
    IGNORED
  }
}
