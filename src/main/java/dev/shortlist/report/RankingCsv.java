package dev.shortlist.report;

import java.io.IOException;
import java.io.Writer;

/// Writes [Row]s as CSV, one line each, as they come.
///
/// The columns are `job`, `rank` (empty when not ranked), `file`, `name`, `email`, `phone`,
/// `score`, the points of each dimension that is asked for (`technical_skills`, `experience`,
/// `education`, `soft_skills`, `culture`), `recommendation`, `state` (`read`, `warning`, `review`,
/// `duplicate`) and `reason`.
public final class RankingCsv implements RowSink {
  private final SafeCsv csv;

  /// Writes the head line; closing `out` is left to the caller.
  public RankingCsv(Writer out) throws IOException {
    csv = new SafeCsv(out);
    csv.line(RankingCells.COLUMNS);
  }

  @Override
  public void add(Row row) throws IOException {
    csv.line(RankingCells.of(row));
  }
}
