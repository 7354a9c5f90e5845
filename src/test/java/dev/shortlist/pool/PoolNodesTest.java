package dev.shortlist.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.OtherJava;
import dev.shortlist.RunningShortlist;
import dev.shortlist.Shortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.pool.PoolRanking.State;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.StoredCvs;
import dev.shortlist.screening.StoredJobDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A ranking of the pool whose node is killed in the middle of it.
@Tag("slow")
@Timeout(240)
@SuppressWarnings("NullAway.Init") // JUnit fills in
class PoolNodesTest {
  @RegisterExtension
  static final RunningShortlist web = new RunningShortlist(Map.of("shortlist.roles", "web"));

  private static final String COOK = "Cook\n\nRequirements\n- baking\n- Excel\n";

  @TempDir Path temp;
  private final PoolRankings rankings = web.get(PoolRankings.class);

  @Test
  void another_node_finishes_what_a_killed_one_began_and_the_result_is_the_same() throws Exception {
    var account = new AccountId(web.database().account());
    var stored = new StoredCvs(web, account);
    for (int i = 0; i < 6; i++) {
      stored.add("cv" + i, cv(i));
    }
    stored.copy(199);
    var disturbed = job(account);
    rankings.begin(account, disturbed);

    var steps = steps(account);
    assertThat(steps).hasSize(12);
    try (var hold = web.database().dataSource().getConnection()) {
      hold(hold, account, steps.get(6)); // where the node gets stuck
      var killed = worker("killed");
      try {
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> rankings.get(account, disturbed).compared() == 600);
      } finally {
        killed.destroyForcibly().waitFor();
      }
      hold.rollback();
    }
    assertThat(rankings.get(account, disturbed).state()).isEqualTo(State.RUNNING);

    var undisturbed = job(account);
    try (var _ = Shortlist.start(settings(temp.toString(), web.database().url(), "second"))) {
      awaitCompleted(account, disturbed);
      rankings.begin(account, undisturbed);
      awaitCompleted(account, undisturbed);
    }

    assertThat(rankings.get(account, disturbed).compared()).isEqualTo(1200);
    assertThat(rows(account, disturbed)).hasSize(1200).isEqualTo(rows(account, undisturbed));
    assertThat(steps(account)).isEmpty();
  }

  /// Works until it is killed.
  static final class WorkerProcess {
    private WorkerProcess() {}

    public static void main(String[] arguments) {
      Shortlist.start(settings(arguments[0], arguments[1], arguments[2]));
    }
  }

  private static Map<String, String> settings(String data, String database, String name) {
    return Map.of(
        "shortlist.data", data,
        "shortlist.database.url", database,
        "shortlist.node", name,
        "shortlist.roles", "worker",
        "shortlist.port", "0",
        "shortlist.database.connections", "4",
        "shortlist.tasks.connections", "2",
        "shortlist.tasks.cpu.threads", "1", // steps end in their order
        "shortlist.tasks.heartbeat", "500ms");
  }

  private Process worker(String name) throws IOException {
    return OtherJava.running(WorkerProcess.class, 400, web.data(), web.database().url(), name)
        .redirectOutput(temp.resolve(name + ".log").toFile())
        .start();
  }

  private static StoredJobDescription job(AccountId account) {
    return web.get(JobDescriptions.class).create(account, null, COOK, null);
  }

  private void awaitCompleted(AccountId account, StoredJobDescription asked) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> rankings.get(account, asked).state() == State.COMPLETED);
  }

  /// The step cannot be ended, nor any other after it: who ends one holds the ranking.
  private static void hold(Connection hold, AccountId account, UUID step) throws SQLException {
    hold.setAutoCommit(false);
    try (var set = hold.prepareStatement("select set_config('app.account', ?, true)");
        var row = hold.prepareStatement("select from pool_step where id = ? for update")) {
      set.setString(1, account.toString());
      set.execute();
      row.setObject(1, step);
      row.execute();
    }
  }

  private static List<UUID> steps(AccountId account) {
    return of(account, "select id from pool_step where account_id = :account order by id").stream()
        .map(UUID::fromString)
        .toList();
  }

  /// All that is kept of a ranking, each digit of it.
  private static List<String> rows(AccountId account, StoredJobDescription asked) {
    return of(
        account,
        """
        select concat_ws(' ', reading_id, document_hash, version, total, technical_skills,
                 experience, education, soft_skills, summary)
          from pool_score
         where account_id = :account and number = %d
         order by reading_id
        """
            .formatted(asked.number()));
  }

  private static List<String> of(AccountId account, String sql) {
    return web.inAccount(
        account,
        jdbc ->
            jdbc.sql(sql)
                .param("account", account.value())
                .query((row, number) -> row.getString(1))
                .list());
  }

  private static String cv(int i) {
    return """
    Person %d

    Work experience
    %s
    Acme Ltd, Leeds
    January 20%d - December 2024
    - Worked with %s every day
    """
        .formatted(i, i % 2 == 0 ? "Cook" : "Baker", 12 + i, i % 3 == 0 ? "baking" : "Excel");
  }
}
