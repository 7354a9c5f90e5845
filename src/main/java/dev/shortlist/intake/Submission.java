package dev.shortlist.intake;

import dev.shortlist.jobdescription.Stated;
import dev.shortlist.screening.Screening;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody hands in to be screened.
///
/// @param title absent for the job description's title
/// @param reference what the caller calls the screening, absent for nothing
/// @param cvs files and ZIPs; may be empty when they are to follow
/// @param labels what the caller wants to find on the screening again, by name
public record Submission(
    @Nullable String title,
    @Nullable String reference,
    Asked asked,
    List<Upload> cvs,
    Map<String, String> labels) {
  public Submission {
    cvs = List.copyOf(cvs);
    labels = Map.copyOf(labels);
  }

  public Submission(
      @Nullable String title, @Nullable String reference, Asked asked, List<Upload> cvs) {
    this(title, reference, asked, cvs, Map.of());
  }

  /// Where the job description comes from.
  public sealed interface Asked {
    /// One the account keeps, by its id, number or reference.
    record Saved(String key) implements Asked {}

    /// A new one.
    record Text(String text) implements Asked {}

    /// A new one, some of whose requirements are stated apart from its text.
    ///
    /// @param title absent to take it from the text
    record Written(@Nullable String title, String text, Stated stated) implements Asked {}

    /// A new one in a file.
    record File(Upload file) implements Asked {}

    /// None: the CVs are only read.
    record Nothing() implements Asked {}
  }

  /// What came of it.
  public record Submitted(Screening screening, Receipt receipt) {}
}
