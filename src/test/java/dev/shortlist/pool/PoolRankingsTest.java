package dev.shortlist.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import dev.shortlist.pool.PoolRanking.State;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.StoredCvs;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.tasks.GivenUp;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.TaskId;
import dev.shortlist.tasks.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Rankings whose steps are done by hand, on a node that does none by itself.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class PoolRankingsTest {
  @RegisterExtension
  static final RunningShortlist shortlist = new RunningShortlist(Map.of("shortlist.roles", "web"));

  private static final String COOK = "Cook\n\nRequirements\n- baking\n";

  private final PoolRankings rankings = shortlist.get(PoolRankings.class);
  private final PoolTask task = shortlist.get(PoolTask.class);
  private final JobDescriptions jobDescriptions = shortlist.get(JobDescriptions.class);
  private AccountId account;
  private StoredCvs stored;
  private StoredJobDescription cook;

  @BeforeEach
  void a_pool_of_its_own() {
    account = new AccountId(shortlist.database().account());
    stored = new StoredCvs(shortlist, account);
    for (int i = 0; i < 5; i++) {
      stored.add("cv" + i, cv("Person " + i, i % 2 == 0 ? "baking" : "Excel"));
    }
    stored.copy(49);
    cook = jobDescriptions.create(account, null, COOK, null);
  }

  @Test
  void a_ranking_grows_step_by_step_and_ends_with_the_last() {
    assertThat(rankings.get(account, cook).state()).isEqualTo(State.NOT_BEGUN);

    assertThat(rankings.begin(account, cook).compared()).isZero();
    var steps = tasks();
    assertThat(steps).hasSize(3); // of 250
    run(steps.getFirst());

    var half = rankings.get(account, cook);
    assertThat(half.state()).isEqualTo(State.RUNNING);
    assertThat(half.compared()).isEqualTo(100);
    assertThat(rankings.page(account, cook, 0, 500)).hasSize(100);

    run(steps.get(1));
    run(steps.get(2));
    var whole = rankings.get(account, cook);
    assertThat(whole.state()).isEqualTo(State.COMPLETED);
    assertThat(whole.cvs()).isEqualTo(250);
    assertThat(whole.compared()).isEqualTo(250);
    assertThat(whole.isOutOfDate()).isFalse();
    assertThat(rankings.page(account, cook, 0, 500))
        .hasSize(250)
        .isSortedAccordingTo((a, b) -> b.score() - a.score());
  }

  @Test
  void asking_again_while_it_runs_begins_nothing() {
    rankings.begin(account, cook);
    var steps = tasks();
    rankings.begin(account, cook);

    assertThat(tasks()).isEqualTo(steps);
  }

  @Test
  void a_cancelled_ranking_keeps_what_is_compared_and_goes_on_from_there() {
    rankings.begin(account, cook);
    var steps = tasks();
    run(steps.getFirst());
    var late = result(steps.get(1));

    var cancelled = rankings.cancel(account, cook);

    assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
    assertThat(cancelled.compared()).isEqualTo(100);
    assertThat(cancelled.isOutOfDate()).as("what is missing is no news").isFalse();
    assertThat(tasks()).isEmpty();
    inAccount(late);
    assertThat(rankings.page(account, cook, 0, 500)).as("a late result is refused").hasSize(100);

    var again = rankings.begin(account, cook);
    assertThat(again.cvs()).isEqualTo(250);
    assertThat(again.compared()).isEqualTo(100);
    tasks().forEach(this::run);
    assertThat(rankings.get(account, cook).compared()).isEqualTo(250);
  }

  @Test
  void a_new_cv_makes_it_out_of_date_and_alone_is_compared() {
    rankAll();
    stored.add("later", cv("Late Comer", "baking"));

    var old = rankings.get(account, cook);
    assertThat(old.state()).isEqualTo(State.COMPLETED);
    assertThat(old.since()).isEqualTo(new PoolRanking.Since(0, 1, false));
    assertThat(old.cvs()).isEqualTo(251);
    assertThat(old.compared()).isEqualTo(250);

    rankings.begin(account, cook);
    assertThat(tasks()).hasSize(1);
    tasks().forEach(this::run);
    assertThat(rankings.get(account, cook).isOutOfDate()).isFalse();
    assertThat(rankings.page(account, cook, 0, 500)).hasSize(251);
  }

  @Test
  void a_new_revision_makes_it_out_of_date_and_everything_is_compared_anew() {
    rankAll();
    var revised = jobDescriptions.rewrite(account, cook, null, "Cook\n\nRequirements\n- Excel\n");

    var old = rankings.get(account, revised);
    assertThat(old.revision()).isEqualTo(1);
    assertThat(old.since()).isEqualTo(new PoolRanking.Since(1, 0, false));
    var first = rankings.page(account, revised, 0, 1).getFirst();

    assertThat(rankings.begin(account, revised).places()).isZero();
    tasks().forEach(this::run);
    assertThat(rankings.get(account, revised).revision()).isEqualTo(2);
    assertThat(rankings.get(account, revised).isOutOfDate()).isFalse();
    assertThat(rankings.page(account, revised, 0, 1).getFirst().summary())
        .isNotEqualTo(first.summary());
  }

  @Test
  void other_terms_make_it_out_of_date() {
    rankAll();
    stored.update("update pool_score set version = 'before' where account_id = :account");

    assertThat(rankings.get(account, cook).since()).isEqualTo(new PoolRanking.Since(0, 0, true));

    rankings.begin(account, cook);
    assertThat(rankings.page(account, cook, 0, 500)).as("the old stay until then").hasSize(250);
    tasks().forEach(this::run);
    assertThat(rankings.get(account, cook).isOutOfDate()).isFalse();
  }

  @Test
  void a_cv_that_cannot_be_compared_is_left_out_and_its_neighbours_are_not() {
    rankings.begin(account, cook);
    var first = tasks().getFirst();
    giveUp(first);
    assertThat(tasks()).as("each of its hundred alone").hasSize(102);

    var alone = tasks().getLast();
    giveUp(alone);
    tasks().forEach(this::run);

    var ended = rankings.get(account, cook);
    assertThat(ended.state()).isEqualTo(State.COMPLETED);
    assertThat(ended.failed()).isEqualTo(1);
    assertThat(ended.compared()).isEqualTo(249);
    assertThat(ended.isOutOfDate()).as("it is known").isFalse();
    assertThat(rankings.page(account, cook, 0, 500)).hasSize(249);
  }

  @Test
  void what_is_deleted_meanwhile_is_left_out() {
    rankings.begin(account, cook);
    var late = result(tasks().getFirst());
    stored.update(
        "delete from reading where account_id = :account and document_hash not like '%-%'");
    end(tasks().getFirst(), late);
    tasks().forEach(this::run);

    assertThat(rankings.page(account, cook, 0, 500)).hasSize(245);
    assertThat(rankings.get(account, cook).state()).isEqualTo(State.COMPLETED);
    assertThat(rankings.get(account, cook).compared()).isEqualTo(245);
  }

  @Test
  void a_correction_that_was_taken_back_counts_no_more() {
    rankAll();
    stored.correct("cv1", "made-up corrected once");

    assertThat(rankings.get(account, cook).isOutOfDate()).isFalse();

    stored.screened();
    stored.update(
        """
        update application
           set reading_id = (select id from reading where version = 'made-up corrected once')
         where document_hash = 'cv1'
        """);
    assertThat(rankings.get(account, cook).since().cvs()).as("while it holds it does").isOne();
  }

  @Test
  void a_ranking_is_kept_as_long_as_a_screening_would_be() {
    rankAll();
    var expiry = shortlist.get(PoolExpiry.class);
    var later = Instant.now().plus(Duration.ofDays(31));

    inAccount(() -> expiry.expire(account, later, null));
    inAccount(() -> expiry.expire(account, later, Duration.ofDays(40)));
    assertThat(rankings.get(account, cook).state()).isEqualTo(State.COMPLETED);
    inAccount(() -> expiry.expire(account, later, Duration.ofDays(30)));
    assertThat(rankings.get(account, cook).state()).isEqualTo(State.NOT_BEGUN);
    assertThat(rankings.page(account, cook, 0, 10)).isEmpty();
  }

  @Test
  void steps_whose_tasks_are_lost_get_new_ones() {
    rankings.begin(account, cook);
    var steps = tasks();
    shortlist
        .database()
        .jdbc()
        .sql("delete from task_cpu where account = :account")
        .param("account", account.value())
        .update();
    assertThat(tasks()).isEmpty();

    shortlist.get(PoolSteps.class).complete();
    shortlist.get(PoolSteps.class).complete();

    assertThat(tasks()).isEqualTo(steps);
  }

  @Test
  void every_subscriber_is_told_how_it_stands_and_how_it_ended() {
    rankings.begin(account, cook);
    var told = new CopyOnWriteArrayList<PoolRanking>();
    try (var _ = shortlist.get(PoolFeed.class).subscribe(account, cook.number(), told::add)) {
      awaitTold(told, State.RUNNING);
      tasks().forEach(this::run);
      awaitTold(told, State.COMPLETED);
      rankings.begin(account, jobDescriptions.rewrite(account, cook, null, COOK + "- Excel\n"));
      rankings.cancel(account, cook);
      awaitTold(told, State.CANCELLED);
    }
    assertThat(told).extracting(PoolRanking::compared).contains(250);
  }

  @Test
  void another_account_neither_sees_nor_stops_it() {
    rankings.begin(account, cook);
    var other = new AccountId(shortlist.database().account());

    assertThat(rankings.get(other, cook).state()).isEqualTo(State.NOT_BEGUN);
    assertThat(rankings.page(other, cook, 0, 10)).isEmpty();
    rankings.cancel(other, cook);
    assertThat(rankings.get(account, cook).isRunning()).isTrue();
  }

  private void rankAll() {
    rankings.begin(account, cook);
    tasks().forEach(this::run);
  }

  private static void awaitTold(List<PoolRanking> told, State last) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !told.isEmpty() && told.getLast().state() == last);
  }

  /// The tasks that wait, in their order.
  private List<TaskId> tasks() {
    return shortlist.get(TaskQueue.class).waiting(Lane.CPU, PoolTask.NAME, null, 1000).stream()
        .filter(one -> one.account().equals(account.value()))
        .toList();
  }

  private void run(TaskId step) {
    end(step, result(step));
  }

  /// As a worker does: the task goes with its result.
  private void end(TaskId step, Runnable result) {
    inAccount(() -> {
      assertThat(shortlist.get(TaskQueue.class).remove(Lane.CPU, PoolTask.NAME, step)).isTrue();
      result.run();
    });
  }

  private Runnable result(TaskId step) {
    try {
      return task.run(step);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void giveUp(TaskId step) {
    end(step, () -> task.givenUp(step, new GivenUp(GivenUp.Cause.FAILED, "error")));
  }

  private void inAccount(Runnable work) {
    shortlist.get(Tenancy.class).inAccount(account.value(), work);
  }

  private static String cv(String name, String skills) {
    return """
    %s

    Work experience
    Cook
    Acme Ltd, Leeds
    January 2019 - December 2024
    - Worked with %s every day
    """
        .formatted(name, skills);
  }
}
