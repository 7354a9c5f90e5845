package dev.shortlist.judging;

import dev.shortlist.screening.Cases.Case;
import dev.shortlist.screening.Halt;
import dev.shortlist.screening.Judged.Why;
import dev.shortlist.screening.Judgements.Told;
import java.util.List;
import java.util.Map;

/// What came of asking about a pack of CVs.
sealed interface End {

  /// All that was to be had.
  ///
  /// @param standing those whose local scores stand
  /// @param again those to be asked about once more, in a stricter form
  record Read(Map<Case, Told> told, Map<Case, Why> standing, List<Case> again) implements End {}

  /// No call may be made until a person decides.
  ///
  /// @param words what is the matter and what to do
  record Stuck(Halt why, String words) implements End {}

  /// No call will help for a long time, or until a person mends something; the local scores stand.
  ///
  /// @param words what is the matter and what to do
  record Unusable(Why why, String words) implements End {}
}
