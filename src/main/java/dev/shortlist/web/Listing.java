package dev.shortlist.web;

import dev.shortlist.deciding.Decision;
import dev.shortlist.deciding.SavedView;
import dev.shortlist.figures.Figures;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.screening.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The ranking as somebody wants to see it.
///
/// @param lines one page, empty on a board
/// @param found how many are sought in all
/// @param first position of the first line among those sought, from 1
/// @param board the columns of a board, empty in a list
/// @param figures of the whole pool, whatever is sought
/// @param requirements what the pool was asked for
/// @param views those the reader keeps
record Listing(
    ListQuery query,
    List<Line> lines,
    int found,
    int first,
    boolean hasBefore,
    boolean hasAfter,
    List<Column> board,
    Figures figures,
    List<Requirement> requirements,
    List<SavedView> views) {
  static final int PLACES = 50;
  static final int CARDS = 20;

  int last() {
    return first + lines.size() - 1;
  }

  /// A row and what was decided about it.
  ///
  /// @param by who decided, empty while nobody did
  record Line(RankedRow row, @Nullable Decision decision, String by) {
    @Nullable Verdict verdict() {
      return decision == null ? null : decision.verdict();
    }
  }

  /// A column of a board.
  ///
  /// @param verdict absent for those nobody decided about
  /// @param count how many there are, of which `lines` are the first
  record Column(@Nullable Verdict verdict, int count, List<Line> lines) {
    /// As in an address.
    String name() {
      return verdict == null ? "none" : verdict.name().toLowerCase(Locale.ROOT);
    }
  }
}
