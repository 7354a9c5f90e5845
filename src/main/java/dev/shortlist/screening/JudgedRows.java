package dev.shortlist.screening;

import dev.shortlist.database.Json;
import dev.shortlist.database.Rows;
import dev.shortlist.match.Match;
import dev.shortlist.profile.ToldDates;
import dev.shortlist.profile.ToldFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a model made of an application, in a row of a statement about applications.
final class JudgedRows {
  /// Beside an application `a`: its judgement `j`. The offset has the database look it up for each
  /// application; of a table it knows little of yet it would read all for each.
  static final String JUDGEMENT =
      """
      left join lateral (
        select j.account_id, j.match_id, j.judged_match_id, j.state, j.why, j.model, j.summary,
               j.asked, j.answered, j.unquoted, j.dates, j.facts, j.readings, j.lowest, j.highest
          from judgement j
         where j.account_id = a.account_id and j.application_id = a.id
           and a.match_id in (j.match_id, j.judged_match_id)
        offset 0) j on true\
      """;

  /// Beside an application `a`: its judgement `j`, the local match `l` it is about, and the judged
  /// one `g`.
  static final String BESIDE =
      JUDGEMENT
          + """

          left join match l on l.account_id = j.account_id and l.id = j.match_id
          left join match g on g.account_id = j.account_id and g.id = j.judged_match_id\
          """;

  static final String COLUMNS =
      """
      j.state as judged_state, l.total as local_total, g.total as judged_total, j.lowest, j.highest,
      j.readings, j.model, j.summary, j.why, j.asked, j.answered, j.unquoted,
      j.dates, j.facts\
      """;

  private JudgedRows() {}

  /// What [#COLUMNS] say; absent where no model was to read.
  static @Nullable Judged judged(ResultSet row) throws SQLException {
    String state = row.getString("judged_state");
    if (state == null) {
      return null;
    }
    String why = row.getString("why");
    return new Judged(
        Judged.State.valueOf(state),
        Match.score(row.getDouble("local_total")),
        score(row, "judged_total"),
        score(row, "lowest"),
        score(row, "highest"),
        row.getInt("readings"),
        row.getString("model"),
        Rows.text(row, "summary"),
        why == null ? null : Judged.Why.valueOf(why),
        row.getInt("asked"),
        row.getInt("answered"),
        row.getInt("unquoted"),
        List.of(Json.read(Rows.text(row, "dates"), ToldDates[].class)),
        List.of(Json.read(Rows.text(row, "facts"), ToldFact[].class)));
  }

  private static @Nullable Integer score(ResultSet row, String column) throws SQLException {
    double total = row.getDouble(column);
    return row.wasNull() ? null : Match.score(total);
  }
}
