package dev.shortlist.deciding;

import dev.shortlist.match.Recommendation;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person decided about an application, beside what the score said then.
///
/// @param verdict absent when the decision before was taken back
/// @param reason why, in the person's words; empty only where none was asked for
/// @param by who decided
/// @param score whole points at that time, absent for an application without a match
/// @param recommendation what was recommended at that time
public record Decision(
    ApplicationId application,
    @Nullable Verdict verdict,
    String reason,
    String by,
    @Nullable Integer score,
    @Nullable Recommendation recommendation,
    Instant at) {

  /// Whether the person decided against the recommendation.
  public boolean isOverride() {
    return verdict != null && isOverride(verdict, recommendation);
  }

  static boolean isOverride(Verdict verdict, @Nullable Recommendation recommendation) {
    return switch (recommendation) {
      case null -> false;
      case STRONG_YES, YES -> verdict == Verdict.REJECTED;
      case NO, STRONG_NO -> verdict == Verdict.SHORTLISTED;
      case MAYBE -> false;
    };
  }
}
