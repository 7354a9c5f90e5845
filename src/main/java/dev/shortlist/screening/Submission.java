package dev.shortlist.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody hands in to be screened.
///
/// @param title absent for the job description's title
/// @param reference what the caller calls the screening, absent for nothing
/// @param cvs files and ZIPs; may be empty when they are to follow
public record Submission(
    @Nullable String title, @Nullable String reference, Asked asked, List<Upload> cvs) {
  public Submission {
    cvs = List.copyOf(cvs);
  }

  /// Where the job description comes from.
  public sealed interface Asked {
    /// One the account keeps, by its id, number or reference.
    record Saved(String key) implements Asked {}

    /// A new one.
    record Text(String text) implements Asked {}

    /// A new one in a file.
    record File(Upload file) implements Asked {}
  }

  /// What came of it.
  public record Submitted(Screening screening, Receipt receipt) {}
}
