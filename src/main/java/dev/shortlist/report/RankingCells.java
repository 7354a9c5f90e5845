package dev.shortlist.report;

import dev.shortlist.match.Dimension;
import dev.shortlist.report.Row.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The cells of a [Row], texts and numbers, the same in every kind of spreadsheet.
final class RankingCells {
  static final List<String> COLUMNS = columns();

  private RankingCells() {}

  static List<@Nullable Object> of(Row row) {
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
    cells.add(row.decision());
    return Collections.unmodifiableList(cells);
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
    columns.addAll(List.of("recommendation", "state", "reason", "decision"));
    return List.copyOf(columns);
  }
}
