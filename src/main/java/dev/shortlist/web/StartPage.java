package dev.shortlist.web;

import dev.shortlist.intake.Received;
import dev.shortlist.screening.Extent;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.StoredJobDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The start page.
///
/// @param saved open job descriptions
/// @param chosen id of the one to begin with, empty for none
/// @param draft what was uploaded before the page was loaded anew, absent for nothing
/// @param limit bytes one upload may have
record StartPage(
    List<StoredJobDescription> saved,
    String chosen,
    @Nullable Draft draft,
    List<Recent> recent,
    boolean more,
    Samples samples,
    long limit) {

  /// A screening of late.
  record Recent(Screening screening, Extent extent) {}

  /// A screening that has CVs and no job description yet.
  record Draft(Screening screening, List<Outcome> files) {}

  /// What became of one uploaded file.
  ///
  /// @param kind `taken`, `duplicate`, `refused` or `ignored`
  /// @param word what a person calls that
  record Outcome(String path, String kind, String word, String detail) {
    static Outcome of(Received received) {
      String path = received.path();
      return switch (received) {
        case Received.Accepted _ -> of(path, "taken", "");
        case Received.Duplicate(var _, var _, var original) ->
            original.equals(path)
                ? of(path, "taken", "")
                : of(path, "duplicate", Texts.say("start.same-as", original));
        case Received.Refused(var _, var _, var reason, var detail) ->
            of(path, "refused", Words.unreadable(reason, detail));
        case Received.Ignored _ -> of(path, "ignored", Texts.say("start.nobodys"));
      };
    }

    private static Outcome of(String path, String kind, String detail) {
      return new Outcome(path, kind, Texts.say("start.outcome." + kind), detail);
    }
  }
}
