package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Received;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.screening.Stages.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Random commands of people, and random fates of tasks, against a small model of what must come of
/// them. The tasks are taken and finished by hand, so that each order of events can happen.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // set before the first try
class LifeCycleModelTest {
  private static final RunningShortlist SHORTLIST =
      new RunningShortlist(Map.of("shortlist.roles", "web"));

  @BeforeContainer
  static void start() throws Exception {
    SHORTLIST.beforeAll(null);
  }

  @AfterContainer
  static void stop() throws Exception {
    SHORTLIST.afterAll(null);
  }

  @Property(tries = 60)
  void whatever_happens_the_screening_is_as_the_model_says(@ForAll("commands") List<Command> all)
      throws IOException {
    var run = new Run();
    for (Command command : all) {
      run.does(command);
      run.check(command);
    }
    run.endsWell();
  }

  @Provide
  Arbitrary<List<Command>> commands() {
    return Arbitraries.of(Command.class).list().ofMinSize(5).ofMaxSize(30);
  }

  enum Command {
    ADD,
    COLLECT,
    START,
    FINISH,
    FAIL,
    DIE,
    PAUSE,
    RESUME,
    CANCEL,
    RETRY,
    REMATCH,
    HIGH,
    LOW,
    RECONCILE
  }

  /// A screening and its model: the stages of its applications, which of them are taken by a
  /// worker, and which must have a task.
  private static final class Run {
    private final AccountId account = new AccountId(SHORTLIST.database().account());
    private final LifeCycle lifeCycle = SHORTLIST.get(LifeCycle.class);
    private final ScreeningId screening;
    private final Map<UUID, Stage> model = new LinkedHashMap<>();
    private final Map<UUID, Integer> rounds = new HashMap<>();
    private final Map<UUID, Integer> taken = new LinkedHashMap<>();
    private final Set<UUID> released = new HashSet<>();
    private State state = State.CREATED;
    private int files;

    Run() {
      screening = SHORTLIST.get(Screenings.class).create(account, "Model", null, null).id();
    }

    void does(Command command) throws IOException {
      switch (command) {
        case ADD -> add(Action.ADD);
        case COLLECT -> add(Action.COLLECT);
        case START -> start();
        case FINISH -> end(Stage.COMPLETED);
        case FAIL -> end(Stage.FAILED);
        case DIE -> die();
        case RECONCILE -> SHORTLIST.get(Reconciliation.class).run();
        case HIGH ->
            act(Action.PRIORITISE, () -> lifeCycle.prioritise(account, screening, Priority.HIGH));
        case LOW ->
            act(Action.PRIORITISE, () -> lifeCycle.prioritise(account, screening, Priority.LOW));
        case PAUSE -> act(Action.PAUSE, () -> lifeCycle.pause(account, screening));
        case RESUME -> act(Action.RESUME, () -> lifeCycle.resume(account, screening));
        case CANCEL -> cancel();
        case RETRY ->
            again(Action.RETRY, Stage.FAILED, () -> lifeCycle.retryFailed(account, screening));
        case REMATCH ->
            again(
                Action.REMATCH,
                Stage.COMPLETED,
                () -> lifeCycle.rematch(account, screening, jobDescription()));
      }
      close();
    }

    private void add(Action how) throws IOException {
      Path file = Files.createTempFile("model", ".txt");
      Files.writeString(file, "CV %d of %s".formatted(files++, screening));
      try {
        var intake = SHORTLIST.get(Intake.class);
        var cv = List.of(new Upload("cv.txt", file));
        var receipt =
            how == Action.ADD
                ? intake.add(account, screening, cv)
                : intake.collect(account, screening, cv);
        var accepted = (Received.Accepted) receipt.files().getFirst();
        model.put(accepted.application().value(), Stage.QUEUED);
        state = how.from(state);
      } catch (ScreeningClosed closed) {
        assertThat(state).isEqualTo(State.CANCELLED);
      } finally {
        Files.delete(file);
      }
    }

    /// Takes the first task, as a worker does.
    private void start() {
      SHORTLIST
          .database()
          .jdbc()
          .sql(
              """
              update task_cpu set picked = true, version = version + 1
               where task_instance = (select task_instance from task_cpu
                                       where batch = :batch and not picked
                                       order by priority desc limit 1)
              returning split_part(task_instance, '/', 3) as subject
              """)
          .param("batch", screening.value())
          .query((row, number) -> UUID.fromString(row.getString("subject")))
          .optional()
          .ifPresent(subject -> taken.put(subject, rounds.getOrDefault(subject, 0)));
    }

    /// Ends the task that was taken first as a worker does: row and result in one transaction.
    private void end(Stage outcome) {
      if (taken.isEmpty()) {
        return;
      }
      var subject = taken.keySet().iterator().next();
      int round = Objects.requireNonNull(taken.remove(subject));
      var unit = new Unit(account, screening, new ApplicationId(subject));
      boolean current = round == rounds.getOrDefault(subject, 0);
      try {
        inAccount(() -> {
          removeTask(subject);
          if (outcome == Stage.COMPLETED) {
            SHORTLIST.get(Stages.class).complete(unit, round, null, null);
          } else {
            SHORTLIST.get(Stages.class).fail(unit, "no", "12345678");
          }
        });
      } catch (dev.shortlist.tasks.Outdated outdated) {
        assertThat(current).as("an outcome is refused only if it is of an earlier round").isFalse();
        release(subject);
        return;
      }
      if (!Objects.requireNonNull(model.get(subject)).isFinal()) {
        model.put(subject, outcome);
      }
    }

    private void die() {
      if (!taken.isEmpty()) {
        var subject = taken.keySet().iterator().next();
        taken.remove(subject);
        release(subject);
      }
    }

    private void cancel() {
      act(Action.CANCEL, () -> lifeCycle.cancel(account, screening));
      if (state == State.CANCELLED) {
        model.replaceAll((id, stage) -> stage.isFinal() ? stage : Stage.CANCELLED);
      }
    }

    private void act(Action action, Runnable command) {
      boolean possible = action.isPossible(state);
      boolean done = action.isDone(state);
      try {
        command.run();
        assertThat(possible || done).as("%s in %s", action, state).isTrue();
        state = possible ? action.from(state) : state;
      } catch (NotAllowedNow refused) {
        assertThat(possible || done).as("%s in %s", action, state).isFalse();
        assertThat(refused.state()).isEqualTo(state);
      }
    }

    private void again(Action action, Stage from, IntSupplier command) {
      var affected = model.entrySet().stream().filter(each -> each.getValue() == from).toList();
      boolean possible = action.isPossible(state);
      try {
        assertThat(command.getAsInt()).isEqualTo(affected.size());
        assertThat(possible).isTrue();
      } catch (NotAllowedNow refused) {
        assertThat(possible).as("%s in %s", action, state).isFalse();
        return;
      }
      if (action == Action.REMATCH) {
        model.forEach((id, stage) -> {
          if (!stage.isFinal() || stage == from) {
            rounds.merge(id, 1, Integer::sum);
          }
        });
      } else {
        affected.forEach(each -> rounds.merge(each.getKey(), 1, Integer::sum));
      }
      affected.forEach(each -> model.put(each.getKey(), Stage.QUEUED));
      state = affected.isEmpty() ? state : action.from(state);
    }

    private void close() {
      SHORTLIST.get(Closing.class).closeIfDone(account, screening);
      boolean begun = state == State.RUNNING || (state == State.PAUSED && !model.isEmpty());
      if (begun && model.values().stream().allMatch(Stage::isFinal)) {
        state = State.COMPLETED;
      }
    }

    void check(Command last) {
      assertThat(SHORTLIST.get(Screenings.class).find(account, screening).orElseThrow().state())
          .as("after %s", last)
          .isEqualTo(state);
      var stages = new EnumMap<Stage, Set<UUID>>(Stage.class);
      SHORTLIST
          .get(Applications.class)
          .list(account, screening, null, 1000)
          .forEach(each ->
              stages.computeIfAbsent(each.stage(), _ -> new HashSet<>()).add(each.id().value()));
      model.forEach((id, stage) ->
          assertThat(stages.getOrDefault(stage, Set.of())).as("after %s", last).contains(id));
      var waiting = new HashSet<>(tasks("not picked"));
      if (state == State.RUNNING) {
        var wanted = new HashSet<UUID>();
        model.forEach((id, stage) -> {
          if (!stage.isFinal()) {
            wanted.add(id);
          }
        });
        var known = new HashSet<>(tasks("true"));
        assertThat(known).as("after %s: what is to be done has a task", last).containsAll(wanted);
      } else if (last == Command.PAUSE || last == Command.CANCEL) {
        // What came back from a dead worker since finds nothing to do when it starts.
        waiting.removeAll(released);
        assertThat(waiting).as("after %s: nothing starts", last).isEmpty();
      }
    }

    /// Whatever came before: resumed and worked through, everything has an outcome.
    void endsWell() {
      while (!taken.isEmpty()) {
        end(Stage.COMPLETED);
      }
      if (state == State.PAUSED && !model.isEmpty()) {
        act(Action.RESUME, () -> lifeCycle.resume(account, screening));
      }
      SHORTLIST.get(Reconciliation.class).run();
      close();
      for (int i = 0; i < 200 && !tasks("true").isEmpty(); i++) {
        start();
        end(Stage.COMPLETED);
        close();
      }
      check(Command.RECONCILE);
      assertThat(tasks("true")).isEmpty();
      assertThat(model.values()).allMatch(Stage::isFinal);
      assertThat(state)
          .isIn(
              model.isEmpty()
                  // Resumed with nothing to do, it is done.
                  ? Set.of(State.CREATED, State.PAUSED, State.COMPLETED, State.CANCELLED)
                  : Set.of(State.COMPLETED, State.CANCELLED));
    }

    private JobDescriptionId jobDescription() {
      return SHORTLIST.get(JobDescriptions.class).create(account, "Clerk", "- Excel", null).id();
    }

    private void removeTask(UUID subject) {
      // In the transaction that is going on: a result that is refused leaves the task.
      SHORTLIST
          .get(JdbcClient.class)
          .sql("delete from task_cpu where batch = :batch and task_instance like :subject")
          .param("batch", screening.value())
          .param("subject", "%/" + subject)
          .update();
    }

    private void release(UUID subject) {
      released.add(subject);
      SHORTLIST
          .database()
          .jdbc()
          .sql(
              "update task_cpu set picked = false, version = version + 1 where batch = :batch and task_instance like :subject")
          .param("batch", screening.value())
          .param("subject", "%/" + subject)
          .update();
    }

    private List<UUID> tasks(String which) {
      return new ArrayList<>(
          SHORTLIST
              .database()
              .jdbc()
              .sql(
                  "select split_part(task_instance, '/', 3)::uuid as subject from task_cpu where batch = :batch and "
                      + which)
              .param("batch", screening.value())
              .query((row, number) -> Rows.id(row, "subject"))
              .list());
    }

    private void inAccount(Runnable work) {
      SHORTLIST.get(dev.shortlist.database.Tenancy.class).inAccount(account.value(), work);
    }
  }
}
