package dev.shortlist.report;

import dev.shortlist.match.Dimension;
import dev.shortlist.report.Row.Standing;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes [Row]s as CSV, one line each, as they come.
///
/// The columns are `job`, `rank` (empty when not ranked), `file`, `name`, `email`, `phone`,
/// `score`, the points of each dimension that is asked for (`technical_skills`, `experience`,
/// `education`, `soft_skills`, `culture`), `recommendation`, `state` (`read`, `warning`, `review`,
/// `duplicate`) and `reason`.
public final class RankingCsv {
  private final SafeCsv csv;

  /// Writes the head line; closing `out` is left to the caller.
  public RankingCsv(Writer out) throws IOException {
    csv = new SafeCsv(out);
    csv.line(columns());
  }

  public void add(Row row) throws IOException {
    Standing standing = row.standing();
    var cells = new ArrayList<@Nullable Object>();
    cells.add(row.job());
    cells.add(standing == null ? null : standing.rank());
    cells.add(row.file());
    cells.add(row.person().name());
    cells.add(row.person().email());
    cells.add(row.person().phone());
    cells.add(standing == null ? null : standing.score());
    for (var dimension : Dimension.values()) {
      cells.add(standing == null ? null : points(standing, dimension));
    }
    cells.add(standing == null ? null : standing.recommendation().name());
    cells.add(row.state().name().toLowerCase(Locale.ROOT));
    cells.add(row.reason());
    csv.line(cells);
  }

  private static @Nullable Long points(Standing standing, Dimension dimension) {
    Double points = standing.points().get(dimension);
    return points == null ? null : Math.round(points);
  }

  private static List<String> columns() {
    var columns =
        new ArrayList<>(List.of("job", "rank", "file", "name", "email", "phone", "score"));
    for (var dimension : Dimension.values()) {
      columns.add(dimension.name().toLowerCase(Locale.ROOT));
    }
    columns.addAll(List.of("recommendation", "state", "reason"));
    return columns;
  }
}
