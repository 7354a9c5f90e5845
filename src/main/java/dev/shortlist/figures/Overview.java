package dev.shortlist.figures;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import dev.shortlist.match.Answer;
import dev.shortlist.match.Recommendation;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts what the ranked CVs of a screening are like.
@Component
public class Overview {
  private static final String RANKED =
      """
        from application a
        join match m on m.account_id = a.account_id and m.id = a.match_id
        join reading r on r.account_id = a.account_id and r.id = a.reading_id
      """;
  private static final String WHERE =
      """
       where a.account_id = :account and a.screening_id = :screening and a.stage = 'COMPLETED'
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  Overview(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /// The figures of a screening as it is now.
  public Figures of(AccountId account, ScreeningId screening) {
    return tenancy.inAccount(
        account.value(),
        () -> {
          var scores = new TreeMap<Integer, Integer>();
          var recommendations = new EnumMap<Recommendation, Integer>(Recommendation.class);
          var decided = new EnumMap<Verdict, Integer>(Verdict.class);
          var undecided = new int[1];
          read(
              account,
              screening,
              "select floor(m.total + 0.5)::int as score, m.recommendation, a.verdict, count(*) as n"
                  + RANKED
                  + WHERE
                  + "group by 1, 2, 3",
              row -> {
                int n = row.getInt("n");
                scores.merge(row.getInt("score"), n, Integer::sum);
                recommendations.merge(
                    Recommendation.valueOf(row.getString("recommendation")), n, Integer::sum);
                String verdict = row.getString("verdict");
                if (verdict == null) {
                  undecided[0] += n;
                } else {
                  decided.merge(Verdict.valueOf(verdict), n, Integer::sum);
                }
              });
          return new Figures(
              scores,
              recommendations,
              decided,
              undecided[0],
              answers(account, screening),
              marks(account, screening));
        });
  }

  private Map<String, Map<Answer, Integer>> answers(AccountId account, ScreeningId screening) {
    var answers = new HashMap<String, Map<Answer, Integer>>();
    read(
        account,
        screening,
        "select given.key, given.value, count(*) as n"
            + RANKED
            + "cross join lateral jsonb_each_text(m.answers) given"
            + WHERE
            + "group by 1, 2",
        row ->
            answers
                .computeIfAbsent(row.getString("key"), key -> new EnumMap<>(Answer.class))
                .put(Answer.valueOf(row.getString("value")), row.getInt("n")));
    return answers;
  }

  private Map<String, Integer> marks(AccountId account, ScreeningId screening) {
    var marks = new TreeMap<String, Integer>();
    read(
        account,
        screening,
        "select mark, count(*) as n"
            + RANKED
            + "cross join lateral unnest(m.flags || r.marks) mark"
            + WHERE
            + "group by 1",
        row -> marks.put(row.getString("mark"), row.getInt("n")));
    return marks;
  }

  private void read(
      AccountId account, ScreeningId screening, String sql, RowCallbackHandler handler) {
    jdbc.sql(sql)
        .param("account", account.value())
        .param("screening", screening.value())
        .query(handler);
  }
}
