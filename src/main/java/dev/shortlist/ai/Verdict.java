package dev.shortlist.ai;

import dev.shortlist.match.Match;
import dev.shortlist.profile.ToldDates;
import dev.shortlist.profile.ToldFact;
import java.util.List;

/// What a model's answer makes of one CV.
public sealed interface Verdict {

  /// The answer counts as far as it is shown.
  ///
  /// @param match the local match with what the model showed in place of what was found locally
  /// @param summary for the recruiter, in the language asked for; empty when there is none
  /// @param answered requirements it answered
  /// @param asked requirements it was asked about
  /// @param unquoted quotes, dates and facts that the visible text does not bear out: they earned
  ///   nothing
  /// @param dates of posts the local reader found none of
  /// @param facts the local reader did not find or was not sure of
  record Judged(
      Match match,
      String summary,
      int answered,
      int asked,
      int unquoted,
      List<ToldDates> dates,
      List<ToldFact> facts)
      implements Verdict {
    public Judged {
      dates = List.copyOf(dates);
      facts = List.copyOf(facts);
    }
  }

  /// The local score stands.
  record LocalStands(Why why) implements Verdict {}

  /// Why a model's answer does not count.
  enum Why {
    /// Something that tells who the person is would have been sent, so nothing was.
    WITHHELD,
    /// The answer is not the JSON that was asked for.
    NOT_UNDERSTOOD,
    /// The answer leaves this CV out.
    NOT_ANSWERED,
    /// No requirement was answered with words that stand in the CV.
    NOT_SHOWN,
    REFUSED,
    CUT
  }
}
