package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.figures.Course;
import dev.shortlist.figures.Courses;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.retention.Retention;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.tasks.Engine;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.NodeRole;
import dev.shortlist.tasks.QueueFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// On two nodes: one that answers requests, and one that works, which is the other's in the tests
/// that need work done.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class LifeCycleTest {
  @RegisterExtension
  static final RunningShortlist web =
      new RunningShortlist(Map.of("shortlist.roles", "web", "shortlist.tasks.queue.account", "40"));

  @RegisterExtension static final RunningShortlist both = new RunningShortlist(Map.of());

  @TempDir Path temp;
  private AccountId account;

  @BeforeEach
  void an_account_of_its_own() {
    account = new AccountId(web.database().account());
    both.database()
        .jdbc()
        .sql("insert into account (id, name, created_at) values (:id, 'Test', now())")
        .param("id", account.value())
        .update();
  }

  @Test
  void a_node_for_requests_takes_cvs_and_leaves_the_work_to_others() throws IOException {
    var screening = screening(web, 3);

    assertThat(state(web, screening)).isEqualTo(State.RUNNING);
    assertThat(tasks(screening)).isEqualTo(3);
    assertThat(web.get(Engine.class).lanes().stream().filter(lane -> lane.lane() == Lane.CPU))
        .singleElement()
        .satisfies(lane -> assertThat(lane.due()).isGreaterThanOrEqualTo(3))
        .satisfies(lane -> assertThat(lane.running()).isZero())
        .satisfies(lane -> assertThat(lane.oldest()).isNotNull());
    assertThat(web.get(Engine.class).nodes())
        .singleElement()
        .satisfies(node -> assertThat(node.roles()).containsExactly(NodeRole.WEB))
        .satisfies(node -> assertThat(node.name()).isEqualTo(web.get(Engine.class).self()));
  }

  @Test
  void a_pause_takes_the_waiting_tasks_and_resume_brings_them_back() throws IOException {
    var screening = screening(web, 5);

    assertThat(web.get(LifeCycle.class).pause(account, screening).state()).isEqualTo(State.PAUSED);
    assertThat(tasks(screening)).isZero();
    add(web, screening, 5, 8);
    assertThat(tasks(screening))
        .as("a paused screening takes CVs and does not start them")
        .isZero();
    assertThat(web.get(LifeCycle.class).resume(account, screening).state())
        .isEqualTo(State.RUNNING);
    assertThat(tasks(screening)).isEqualTo(8);
  }

  @Test
  void its_course_tells_of_the_pause_and_of_what_came() throws IOException {
    var screening = screening(web, 3);
    var lifeCycle = web.get(LifeCycle.class);
    lifeCycle.pause(account, screening);
    lifeCycle.resume(account, screening);
    lifeCycle.pause(account, screening);

    var course = web.get(Courses.class).find(account, screening).orElseThrow();
    assertThat(course.total()).isEqualTo(3);
    assertThat(course.finished()).isZero();
    assertThat(course.after(1)).isEmpty();
    assertThat(course.pauses()).hasSize(2);
    assertThat(web.get(Courses.class).find(new AccountId(web.database().account()), screening))
        .as("another account's")
        .isEmpty();
  }

  @Test
  void its_course_is_told_from_when_cvs_came_and_were_through() throws IOException {
    var screening = screening(web, 4);
    web.get(LifeCycle.class).cancel(account, screening);
    change(
        """
        update application
           set created_at = timestamptz '2026-03-02 10:00:00Z',
               finished_at = timestamptz '2026-03-02 10:00:00Z' + number * interval '1 hour',
               stage = case when number = 2 then 'NEEDS_REVIEW' else 'COMPLETED' end,
               reason = case when number = 2 then 'EMPTY' end
         where account_id = :account
        """);

    var course = web.get(Courses.class).find(account, screening).orElseThrow();
    assertThat(course.length()).isEqualTo(Duration.ofHours(4));
    assertThat(course.came()).containsOnly(4);
    assertThat(course.finished()).isEqualTo(4);
    assertThat(course.ranked().getLast()).isEqualTo(3);
    assertThat(course.review().get(Course.STEPS / 2)).isOne();
    assertThat(course.after(2)).contains(Duration.ofMinutes(122));
    assertThat(course.pauses()).isEmpty();
  }

  private void change(String sql) {
    web.inAccount(account, jdbc -> jdbc.sql(sql).param("account", account.value()).update());
  }

  @Test
  void asking_twice_is_no_error() throws IOException {
    var screening = screening(web, 1);
    var lifeCycle = web.get(LifeCycle.class);

    lifeCycle.pause(account, screening);
    lifeCycle.pause(account, screening);
    lifeCycle.cancel(account, screening);
    assertThat(lifeCycle.cancel(account, screening).state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void what_is_not_allowed_now_says_the_state_and_what_is_possible() throws IOException {
    var screening = screening(web, 1);
    var lifeCycle = web.get(LifeCycle.class);
    lifeCycle.cancel(account, screening);

    assertThatThrownBy(() -> lifeCycle.resume(account, screening))
        .isInstanceOfSatisfying(
            NotAllowedNow.class,
            e -> {
              assertThat(e.state()).isEqualTo(State.CANCELLED);
              assertThat(e.possible()).isEmpty();
            })
        .hasMessageContaining("is cancelled and does not take resume; possible now: nothing");
    assertThatThrownBy(() -> add(web, screening, 1, 2)).isInstanceOf(ScreeningClosed.class);
    assertThatThrownBy(() -> lifeCycle.pause(new AccountId(web.database().account()), screening))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void a_cancel_ends_what_is_not_through() throws IOException {
    var screening = screening(web, 4);

    web.get(LifeCycle.class).cancel(account, screening);

    assertThat(tasks(screening)).isZero();
    assertThat(progress(web, screening).count(Stage.CANCELLED)).isEqualTo(4);
  }

  @Test
  void a_screening_of_high_priority_gets_four_turns_where_one_of_low_gets_one() throws IOException {
    var first = screening(web, 12);
    var second = screening(web, 12);
    var lifeCycle = web.get(LifeCycle.class);

    assertThat(lifeCycle.prioritise(account, first, Priority.LOW).priority())
        .isEqualTo(Priority.LOW);
    lifeCycle.prioritise(account, second, Priority.HIGH);

    assertThat(order().subList(0, 10).stream().filter(second.toString()::equals)).hasSize(8);
  }

  @Test
  void more_than_may_wait_is_refused_and_nothing_is_kept() throws IOException {
    var screening = screening(web, 30);

    assertThatThrownBy(() -> add(web, screening, 30, 41))
        .isInstanceOfSatisfying(
            QueueFull.class,
            e -> {
              assertThat(e.whose()).isEqualTo(QueueFull.Whose.ACCOUNT);
              assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(30));
            });
    assertThat(progress(web, screening).total()).isEqualTo(30);
    assertThat(tasks(screening)).isEqualTo(30);
  }

  @Test
  void what_was_lost_is_found_by_the_reconciliation() throws IOException {
    var screening = screening(web, 3);
    var done = screening(web, 1);
    web.database()
        .jdbc()
        .sql("delete from task_cpu where batch = :batch")
        .param("batch", screening.value())
        .update();
    web.inAccount(
        account,
        jdbc ->
            jdbc.sql(
                    "update application set stage = 'FAILED', error_id = 'x', finished_at = now() where screening_id = :screening")
                .param("screening", done.value())
                .update());

    web.get(Reconciliation.class).run();

    assertThat(tasks(screening)).as("a CV without task gets one").isEqualTo(3);
    assertThat(tasks(done)).as("a task without CV goes").isZero();
    assertThat(state(web, done))
        .as("a screening with nothing left is closed")
        .isEqualTo(State.COMPLETED);
  }

  @Test
  void a_changed_job_description_is_matched_without_reading_again() throws IOException {
    var screening = screening(both, 3);
    awaitCompleted(screening);
    var before = applications(screening);
    int readings = rows("reading");
    var changed =
        both.get(JobDescriptions.class)
            .create(account, null, "Clerk\n\nRequirements\n- Excel\n- German\n", null);

    assertThat(both.get(LifeCycle.class).rematch(account, screening, changed.id())).isEqualTo(3);
    awaitCompleted(screening);

    assertThat(rows("reading")).isEqualTo(readings);
    assertThat(rows("match")).as("earlier matches are kept").isEqualTo(6);
    assertThat(applications(screening)).hasSameSizeAs(before);
    both.get(Retention.class).run();
    check(both, screening);
  }

  @Test
  void what_failed_or_needs_review_is_tried_again_if_its_file_is_kept() throws IOException {
    var screening = screening(both, 2);
    var noise = Files.writeString(temp.resolve("noise.pdf"), "%PDF-1.7 this is no PDF");
    var empty = Files.writeString(temp.resolve("empty.pdf"), "");
    both.get(Intake.class)
        .add(
            account,
            screening,
            List.of(new Upload("noise.pdf", noise), new Upload("empty.pdf", empty)));
    awaitCompleted(screening);
    var lifeCycle = both.get(LifeCycle.class);
    var review = both.get(Applications.class).review(account, screening);

    assertThat(lifeCycle.retryFailed(account, screening)).isEqualTo(1);
    awaitCompleted(screening);
    assertThat(both.get(Applications.class).review(account, screening))
        .extracting(Application::reason)
        .containsExactlyElementsOf(review.stream().map(Application::reason).toList());
    var kept = review.stream().filter(each -> each.documentHash() != null).findFirst();
    assertThat(lifeCycle.retry(account, kept.orElseThrow().id()).stage()).isEqualTo(Stage.QUEUED);
    awaitCompleted(screening);
    assertThatThrownBy(() ->
            lifeCycle.retry(
                account,
                review.stream()
                    .filter(each -> each.documentHash() == null)
                    .findFirst()
                    .orElseThrow()
                    .id()))
        .isInstanceOf(NotAllowedNow.class)
        .hasMessageContaining("hand it in again");
    assertThatThrownBy(() -> lifeCycle.retry(account, applications(screening).getFirst().id()))
        .isInstanceOf(NotAllowedNow.class)
        .hasMessageContaining("it is completed");
    check(both, screening);
  }

  @Test
  void what_is_completed_is_not_paused_and_may_be_resumed() throws IOException {
    var screening = screening(both, 2);
    awaitCompleted(screening);
    var lifeCycle = both.get(LifeCycle.class);

    assertThatThrownBy(() -> lifeCycle.pause(account, screening))
        .isInstanceOf(NotAllowedNow.class)
        .hasMessageContaining(
            "is completed and does not take pause; possible now: add, prioritise, retry, rematch");
    assertThat(lifeCycle.resume(account, screening).state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void what_is_collected_waits_until_the_screening_is_resumed() throws IOException {
    var screening = screening(both, 2);
    awaitCompleted(screening);

    both.get(Intake.class).collect(account, screening, List.of(cv(2), cv(3)));

    assertThat(both.get(Screenings.class).find(account, screening).orElseThrow().state())
        .isEqualTo(State.PAUSED);
    assertThat(progress(both, screening).percent()).isLessThan(100);
    both.get(LifeCycle.class).resume(account, screening);
    awaitCompleted(screening);
    assertThat(progress(both, screening).count(Stage.COMPLETED)).isEqualTo(4);
  }

  @Test
  void nothing_new_leaves_a_completed_screening_completed() throws IOException {
    var screening = screening(both, 2);
    awaitCompleted(screening);

    both.get(Intake.class).collect(account, screening, List.of(cv(0), cv(1)));

    assertThat(both.get(Screenings.class).find(account, screening).orElseThrow().state())
        .isEqualTo(State.COMPLETED);
  }

  @Test
  void a_paused_screening_with_nothing_left_to_do_is_completed() throws IOException {
    var screening = screening(both, 0);
    both.get(LifeCycle.class).pause(account, screening);
    var empty = Files.writeString(temp.resolve("empty.pdf"), "");

    both.get(Intake.class).add(account, screening, List.of(new Upload("empty.pdf", empty)));

    awaitCompleted(screening);
  }

  @Test
  void a_node_for_work_answers_only_about_its_health() throws Exception {
    var worker =
        new RunningShortlist(
            Map.of(
                "shortlist.roles", "worker",
                "shortlist.database.connections", "3",
                "shortlist.tasks.connections", "2"));
    worker.beforeAll(null);
    try (var client = HttpClient.newHttpClient()) {
      assertThat(status(client, worker.address() + "/actuator/health")).isEqualTo(200);
      assertThat(status(client, worker.address() + "/")).isEqualTo(404);
      assertThat(status(client, worker.address() + "/api/v1/screenings")).isEqualTo(404);
    } finally {
      worker.afterAll(null);
    }
  }

  private static int status(HttpClient client, String address)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private ScreeningId screening(RunningShortlist node, int cvs) throws IOException {
    var job =
        node.get(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n- Excel\n", null);
    var screening = node.get(Screenings.class).create(account, null, job.id(), null).id();
    add(node, screening, 0, cvs);
    return screening;
  }

  private void add(RunningShortlist node, ScreeningId screening, int from, int to)
      throws IOException {
    var uploads = IntStream.range(from, to).mapToObj(this::cv).toList();
    node.get(Intake.class).add(account, screening, uploads);
  }

  private Upload cv(int number) {
    try {
      return new Upload(
          number + ".txt",
          Files.writeString(
              temp.resolve(number + ".txt"),
              "Person Number %1$d\nperson%1$d@example.com\n\nExperience\nAccountant, Northwind, 2019 - 2024\nSAP and Excel\n"
                  .formatted(number)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitCompleted(ScreeningId screening) {
    await().atMost(Duration.ofSeconds(60)).until(() -> state(both, screening) == State.COMPLETED);
  }

  private State state(RunningShortlist node, ScreeningId screening) {
    return node.get(Screenings.class).find(account, screening).orElseThrow().state();
  }

  private Progress progress(RunningShortlist node, ScreeningId screening) {
    return node.get(Screenings.class).progress(account, screening);
  }

  private List<Application> applications(ScreeningId screening) {
    return both.get(Applications.class).list(account, screening, null, 100);
  }

  private void check(RunningShortlist node, ScreeningId screening) {
    var invariants = new Invariants(node.database().jdbc(), node.database().tenancy(), account);
    invariants.check();
    invariants.check(progress(node, screening), screening);
  }

  private static int tasks(ScreeningId screening) {
    return web.database()
        .jdbc()
        .sql("select count(*) from task_cpu where batch = :batch")
        .param("batch", screening.value())
        .query((row, number) -> row.getInt(1))
        .single();
  }

  /// The screenings of this account's tasks in the order of their start.
  private List<String> order() {
    return web.database()
        .jdbc()
        .sql("select batch from task_cpu where account = :account order by priority desc")
        .param("account", account.value())
        .query((row, number) -> row.getString(1))
        .list();
  }

  private int rows(String table) {
    return both.inAccount(
        account,
        jdbc ->
            jdbc.sql("select count(*) from " + table)
                .query((row, number) -> row.getInt(1))
                .single());
  }
}
