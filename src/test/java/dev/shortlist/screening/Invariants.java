package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What must be true of an account when nothing is left to do, whatever went wrong on the way.
public record Invariants(JdbcClient jdbc, Tenancy tenancy, AccountId account) {

  /// Whether nothing is left to do: no task, and every screening has ended.
  public boolean atRest() {
    return count("select count(*) from task_cpu where account = :account") == 0
        && count(
                "select count(*) from screening where account_id = :account and state not in ('COMPLETED', 'CANCELLED')")
            == 0;
  }

  /// Everything that can be asked of the database.
  public void check() {
    assertThat(count("select count(*) from task_cpu where account = :account"))
        .as("tasks left")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from received r
                 where r.account_id = :account and r.outcome in ('ACCEPTED', 'REFUSED')
                   and not exists (select from application a
                                    where a.account_id = :account and a.id = r.application_id)
                """))
        .as("I1: received and lost")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from application
                 where account_id = :account
                   and stage not in ('COMPLETED', 'NEEDS_REVIEW', 'FAILED', 'CANCELLED')
                """))
        .as("I1: not in a final stage")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from application a
                  join screening s on s.account_id = a.account_id and s.id = a.screening_id
                  left join match m on m.account_id = a.account_id and m.id = a.match_id
                 where a.account_id = :account and a.stage = 'COMPLETED'
                   and (s.job_description_id is distinct from m.job_description_id
                        or m.id is not null and m.application_id <> a.id or a.reading_id is null)
                """))
        .as("I3: completed without its own match with what is asked, or without reading")
        .isZero();
    assertThat(
            count(
                """
                select count(*) - count(distinct (application_id, job_description_id, version))
                  from match where account_id = :account
                """))
        .as("I3: matched twice")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from application
                 where account_id = :account
                   and (stage <> 'COMPLETED' and match_id is not null
                        or stage = 'NEEDS_REVIEW' and reason is null
                        or stage = 'FAILED' and error_id is null
                        or finished_at is null or finished_at < created_at)
                """))
        .as("an outcome that does not fit its stage")
        .isZero();
    checkModelStates();
    checkCredits();
  }

  /// What stands beside an application of its judgement is what the judgement says, at any time.
  public void checkModelStates() {
    assertThat(
            count(
                """
                select count(*) from application a
                 where a.account_id = :account
                   and a.model_state is distinct from
                       case when a.match_id is not null then coalesce(
                         (select j.state from judgement j
                           where j.account_id = :account and j.application_id = a.id
                             and a.match_id in (j.match_id, j.judged_match_id)), 'UNASKED') end
                """))
        .as("model states that are not as the judgements say")
        .isZero();
  }

  /// I4, I5: what was spent is what there are results for; an account without limit counts nothing.
  private void checkCredits() {
    if (count("select count(*) from credit_line where account_id = :account") == 0) {
      return;
    }
    assertThat(
            count(
                "select count(*) from credit_entry where account_id = :account and kind = 'RESERVE' and not closed"))
        .as("I5: credits still held")
        .isZero();
    assertThat(
            count("select coalesce(sum(amount), 0) from credit_entry where account_id = :account"))
        .as("I5: sum of the ledger")
        .isEqualTo(count("select available from credit_line where account_id = :account"))
        .isNotNegative();
    assertThat(
            count(
                """
                select count(*) from application a
                 where a.account_id = :account and a.stage = 'COMPLETED'
                   and 1 <> (select count(*) from credit_entry c
                              where c.account_id = :account and c.kind = 'SETTLE' and c.key = a.id::text)
                """))
        .as("I4: results that did not cost one credit")
        .isZero();
  }

  /// I2: what is told is what is there.
  public void check(Progress progress, ScreeningId screening) {
    var rows =
        tenancy.inAccount(
            account.value(),
            () ->
                jdbc.sql(
                        "select stage, count(*) as count from application where account_id = :account and screening_id = :screening group by stage")
                    .param("account", account.value())
                    .param("screening", screening.value())
                    .query((row, number) ->
                        Map.entry(Stage.valueOf(row.getString("stage")), row.getInt("count")))
                    .list());
    assertThat(rows)
        .as("I2: counted")
        .allSatisfy(row -> assertThat(progress.count(row.getKey())).isEqualTo(row.getValue()));
    assertThat(rows.stream().mapToInt(Map.Entry::getValue).sum()).isEqualTo(progress.total());
  }

  /// I6: the files that are kept are those somebody refers to.
  public void checkFiles(Path folder) {
    var referred =
        tenancy.inAccount(
            account.value(),
            () ->
                jdbc.sql("select hash from document where account_id = :account")
                    .param("account", account.value())
                    .query((row, number) -> row.getString(1))
                    .list());
    try (var files = Files.walk(folder)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> file.getFileName().toString())
                  .collect(Collectors.toSet()))
          .as("I6: kept files")
          .isEqualTo(Set.copyOf(referred));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// I9: the points of every CV by its file, to be compared with those of an undisturbed run.
  public Map<String, String> scores(ScreeningId screening) {
    List<Map.Entry<String, String>> rows =
        tenancy.inAccount(
            account.value(),
            () ->
                jdbc.sql(
                        """
                        select a.file, m.content::text as content
                          from application a
                          join match m on m.account_id = a.account_id and m.id = a.match_id
                         where a.account_id = :account and a.screening_id = :screening
                        """)
                    .param("account", account.value())
                    .param("screening", screening.value())
                    .query(
                        (row, number) -> Map.entry(row.getString("file"), row.getString("content")))
                    .list());
    var scores = new TreeMap<String, String>();
    rows.forEach(row -> scores.put(row.getKey(), row.getValue()));
    return scores;
  }

  private int count(String sql) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(sql)
                .param("account", account.value())
                .query((row, number) -> row.getInt(1))
                .single());
  }
}
