package dev.shortlist.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.database.TestDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// In which order tasks start, as it stands in the table, and how many may wait.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit calls the set-up first
class QueueOrderTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestLanes lanes;

  @BeforeEach
  void begin() {
    lanes = new TestLanes(database, TestLanes.QUICK);
  }

  @AfterEach
  void end() {
    lanes.close();
    database.jdbc().sql("delete from task_cpu").update();
  }

  @Test
  void five_cvs_behind_ten_thousand_of_another_account_start_among_the_first_ten() {
    add(database.account(), UUID.randomUUID(), 2, 10_000);
    var small = UUID.randomUUID();
    add(database.account(), small, 2, 5);

    assertThat(batches(10).stream().filter(small::equals)).hasSize(5);
  }

  @Test
  void five_cvs_behind_ten_thousand_of_the_same_account_start_among_the_first_ten() {
    var account = database.account();
    add(account, UUID.randomUUID(), 2, 10_000);
    var small = UUID.randomUUID();
    add(account, small, 2, 5);

    assertThat(batches(10).stream().filter(small::equals)).hasSize(5);
  }

  @Test
  void accounts_are_served_as_their_weights() {
    var batches = Stream.generate(UUID::randomUUID).limit(3).toList();
    int weight = 1;
    for (UUID batch : batches) {
      add(database.account(), batch, weight, 1000);
      weight *= 2;
    }

    assertShares(batches);
  }

  @Test
  void the_batches_of_an_account_are_served_as_their_weights() {
    var account = database.account();
    var batches = Stream.generate(UUID::randomUUID).limit(3).toList();
    int weight = 1;
    for (UUID batch : batches) {
      add(account, batch, weight, 1000);
      weight *= 2;
    }

    assertShares(batches);
  }

  @Test
  void what_an_account_s_batches_get_is_taken_from_no_other_account() {
    var crowd = database.account();
    for (int i = 0; i < 10; i++) {
      add(crowd, UUID.randomUUID(), 2, 100);
    }
    var alone = UUID.randomUUID();
    add(database.account(), alone, 2, 100);

    assertThat(batches(200).stream().filter(alone::equals)).hasSizeBetween(95, 100);
  }

  @Test
  void a_withdrawn_batch_does_not_count_against_its_account() {
    var account = database.account();
    var withdrawn = UUID.randomUUID();
    add(account, withdrawn, 2, 5000);
    add(database.account(), UUID.randomUUID(), 2, 50);
    database.tenancy().inAccount(account, () -> lanes.queue.withdraw(account, withdrawn));
    var next = UUID.randomUUID();
    add(account, next, 2, 5);

    assertThat(batches(12).stream().filter(next::equals)).hasSize(5);
  }

  @Test
  void ranks_that_come_near_their_end_are_taken_back_in_their_order() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    add(database.account(), first, 2, 3);
    add(database.account(), second, 2, 3);
    database.jdbc().sql("update task_cpu set priority = priority - 2000000000").update();
    var before = batches(6);

    database.tenancy().inAccount(UUID.randomUUID(), () -> lanes.queue.takeRanksBack(Lane.CPU));

    assertThat(batches(6)).isEqualTo(before);
    assertThat(
            database
                .jdbc()
                .sql("select max(priority) from task_cpu")
                .query((row, number) -> row.getInt(1))
                .single())
        .isZero();
  }

  @Test
  void an_account_may_not_have_more_tasks_waiting_than_its_limit() {
    try (var limited = limited(10, 100)) {
      var account = database.account();
      require(limited, account, 10);
      add(account, UUID.randomUUID(), 2, 8);
      require(limited, account, 2);

      assertThatThrownBy(() -> require(limited, account, 3))
          .isInstanceOfSatisfying(
              QueueFull.class, e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(30)))
          .hasMessageContaining("10 CVs of this account wait already");
    }
  }

  @Test
  void all_together_may_not_have_more_tasks_waiting_than_the_limit() {
    try (var limited = limited(100, 20)) {
      add(database.account(), UUID.randomUUID(), 2, 15);

      assertThatThrownBy(() -> require(limited, database.account(), 6))
          .isInstanceOfSatisfying(
              QueueFull.class, e -> assertThat(e.whose()).isEqualTo(QueueFull.Whose.ALL));
    }
  }

  private static TestLanes limited(int account, int all) {
    return new TestLanes(
        database, TestLanes.limited(new TaskSettings.Queue(account, all, Duration.ofSeconds(30))));
  }

  private static void require(TestLanes lanes, UUID account, int tasks) {
    database.tenancy().inAccount(account, () -> lanes.queue.requireRoom(Lane.CPU, account, tasks));
  }

  private void add(UUID account, UUID batch, int weight, int tasks) {
    Collection<UUID> subjects = Stream.generate(UUID::randomUUID).limit(tasks).toList();
    database
        .tenancy()
        .inAccount(
            account, () -> lanes.queue.add(Lane.CPU, Notes.NAME, account, batch, weight, subjects));
  }

  /// Of the first 700: 100, 200 and 400, to a tenth.
  private static void assertShares(List<UUID> batches) {
    var first = batches(700);
    int share = 100;
    for (UUID batch : batches) {
      assertThat(first.stream().filter(batch::equals).count())
          .isBetween(share * 9L / 10, share * 11L / 10);
      share *= 2;
    }
  }

  /// The batches of the first tasks in the order of their start.
  private static List<UUID> batches(int limit) {
    return database
        .jdbc()
        .sql("select batch from task_cpu order by priority desc, execution_time limit :limit")
        .param("limit", limit)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }
}
