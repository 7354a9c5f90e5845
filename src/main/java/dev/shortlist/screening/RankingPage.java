package dev.shortlist.screening;

import java.util.List;

/// Some of those in a ranking who are sought.
///
/// @param rows each with the place it has among all
/// @param found how many are sought in all
/// @param first position of the first row among those sought, from 1; 0 when there is none
public record RankingPage(List<RankedApplication> rows, int found, int first) {
  public static final RankingPage EMPTY = new RankingPage(List.of(), 0, 0);

  public RankingPage {
    rows = List.copyOf(rows);
  }

  public boolean hasBefore() {
    return first > 1;
  }

  public boolean hasAfter() {
    return first + rows.size() <= found && !rows.isEmpty();
  }
}
