package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.Stages.Unit;
import dev.shortlist.tasks.Away;
import dev.shortlist.tasks.GivenUp;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.Outdated;
import dev.shortlist.tasks.TaskHandler;
import dev.shortlist.tasks.TaskId;
import dev.shortlist.terms.Engine;
import dev.shortlist.terms.Engines;
import dev.shortlist.text.Extraction;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes one application from the uploaded file to its match: extract, profile, match.
///
/// What is done already, by this task before a crash or in another screening, is found by content
/// and version and not done again.
@Component
class Pipeline implements TaskHandler {
  /// Written in the database: never rename it.
  static final String NAME = "application";

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Stages stages;
  private final Readings readings;
  private final Matches matches;
  private final Candidates candidates;
  private final CvReader reader;
  private final Engines engines;
  private final Revisions revisions;

  Pipeline(
      JdbcClient jdbc,
      Tenancy tenancy,
      Stages stages,
      Readings readings,
      Matches matches,
      Candidates candidates,
      CvReader reader,
      Engines engines,
      Revisions revisions) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.stages = stages;
    this.readings = readings;
    this.matches = matches;
    this.candidates = candidates;
    this.reader = reader;
    this.engines = engines;
    this.revisions = revisions;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.CPU;
  }

  @Override
  public Runnable run(TaskId task) throws IOException {
    var unit = unit(task);
    return switch (begin(unit)) {
      case Begun.Not _ -> () -> requireNothingToDo(unit); // paused, cancelled, or done already
      case Begun.Read(var order, var engine, var reading) ->
          read(unit, order, engine, () -> reading, Stages.Spent.NOTHING);
      case Begun.Unread(var order, var engine, var version) -> run(unit, order, engine, version);
    };
  }

  /// What there is to do.
  private sealed interface Begun {
    record Not() implements Begun {}

    /// It was read before, here or in another screening.
    record Read(Order order, Engine engine, Readings.Kept reading) implements Begun {}

    /// It is being read from now on.
    ///
    /// @param version of what will be read
    record Unread(Order order, Engine engine, String version) implements Begun {}
  }

  private Begun begin(Unit unit) {
    return tenancy.inAccount(
        unit.account().value(),
        () -> {
          var found = order(unit);
          if (found.isEmpty()) {
            return new Begun.Not();
          }
          var order = found.get();
          var engine = engines.of(unit.account());
          String version = reader.version(engine.profiles());
          var known = readings.find(unit.account(), order.documentHash(), version, order.reading());
          if (known.isPresent()) {
            return new Begun.Read(order, engine, known.get());
          }
          stages.extract(unit);
          return new Begun.Unread(order, engine, version);
        });
  }

  @Override
  public void givenUp(TaskId task, GivenUp why) {
    var unit = unit(task);
    switch (why.cause()) {
      case FAILED ->
          stages.fail(
              unit,
              "something unexpected went wrong (error %s in the log)".formatted(why.errorId()),
              why.errorId());
      case TOOK_TOO_LONG ->
          stages.tooCostly(
              unit,
              "it was not done in time (error %s in the log)".formatted(why.errorId()),
              why.errorId());
      case KILLED_ITS_PROCESS ->
          stages.tooCostly(
              unit,
              "the program did not survive it (error %s in the log)".formatted(why.errorId()),
              why.errorId());
    }
  }

  private Runnable run(Unit unit, Order order, Engine engine, String version) throws IOException {
    var extracting = Stopwatch.start();
    return switch (extract(unit, order)) {
      case Extraction.Unreadable(var reason, var detail) -> {
        var spent = extracting.time();
        yield () -> stages.unreadable(unit, order.round(), reason, detail, spent);
      }
      case Extraction.Text text -> {
        var extracted = extracting.time();
        var profiling = Stopwatch.start();
        var reading = reader.profile(engine.profiles(), text);
        yield read(
            unit,
            order,
            engine,
            () -> readings.keep(unit.account(), order.documentHash(), version, reading),
            new Stages.Spent(extracted, profiling.time()));
      }
    };
  }

  private Extraction extract(Unit unit, Order order) throws IOException {
    try {
      return reader.extract(order.documentHash(), order.file());
    } catch (Away e) {
      tenancy.inAccount(unit.account().value(), () -> stages.waits(unit, e.getMessage()));
      throw e;
    }
  }

  /// @param reading keeps what the CV says, in the transaction that is going on
  private Runnable read(
      Unit unit, Order order, Engine engine, Supplier<Readings.Kept> reading, Stages.Spent spent) {
    if (order.asked() == null) {
      return () -> {
        var kept = keep(unit, order, reading);
        stages.read(unit, kept.reading().id(), kept.candidate(), spent);
        stages.complete(unit, order.round(), null, null);
      };
    }
    var asked = revisions.get(unit.account(), order.asked());
    var matcher = engine.matcher();
    var toMatch =
        tenancy.inAccount(
            unit.account().value(),
            () -> {
              var kept = keep(unit, order, reading);
              stages.match(unit, kept.reading().id(), kept.candidate(), spent);
              return new ToMatch(kept.reading(), matches.find(unit, asked.id(), matcher.version()));
            });
    if (toMatch.known().isPresent()) {
      return () -> stages.complete(unit, order.round(), toMatch.known()::get, null);
    }
    var matching = Stopwatch.start();
    var match = matcher.match(toMatch.reading().reading(), asked.content(), asked.weights());
    var matched = matching.time();
    return () ->
        stages.complete(
            unit,
            order.round(),
            () -> {
              readings.remember(unit.account(), toMatch.reading());
              return matches.keepForModel(unit, asked.id(), match);
            },
            matched);
  }

  private record Kept(Readings.Kept reading, CandidateId candidate) {}

  private record ToMatch(Readings.Kept reading, Optional<UUID> known) {}

  private Kept keep(Unit unit, Order order, Supplier<Readings.Kept> reading) {
    stages.hold(unit);
    var kept = reading.get();
    var contact = kept.reading().profile().contact();
    return new Kept(kept, candidates.recognise(unit.account(), order.documentHash(), contact));
  }

  /// What is to be done for an application that is not through.
  private Optional<Order> order(Unit unit) {
    return tenancy.inAccount(
        unit.account().value(),
        () ->
            jdbc.sql(
                    """
                    select a.file, a.document_hash, a.round, a.reading_id, s.job_description_id
                      from application a
                      join screening s on s.account_id = a.account_id and s.id = a.screening_id
                     where a.account_id = :account and a.id = :id
                       and a.stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING')
                       and s.state not in ('PAUSED', 'CANCELLED')
                    """)
                .param("account", unit.account().value())
                .param("id", unit.application().value())
                .query((row, number) -> {
                  UUID id = Rows.uuid(row, "job_description_id");
                  return new Order(
                      Rows.text(row, "file"),
                      Rows.text(row, "document_hash"),
                      row.getInt("round"),
                      Rows.uuid(row, "reading_id"),
                      id == null ? null : new JobDescriptionId(id));
                })
                .optional());
  }

  /// A task that found its screening paused ends; if it goes on by now, it found no room for a new
  /// one and this one must start anew.
  private void requireNothingToDo(Unit unit) {
    // Whatever the state is, it is held: who resumes counts this task as long as it is there.
    boolean goesOn =
        jdbc.sql(
                """
                select s.state
                  from screening s
                  join application a on a.account_id = s.account_id and a.screening_id = s.id
                 where a.account_id = :account and a.id = :id
                   and a.stage in ('QUEUED', 'EXTRACTING', 'PROFILING', 'MATCHING')
                   for share of s
                """)
            .param("account", unit.account().value())
            .param("id", unit.application().value())
            .query((row, number) -> Screening.State.valueOf(row.getString(1)))
            .optional()
            .filter(state -> state != Screening.State.PAUSED)
            .filter(state -> state != Screening.State.CANCELLED)
            .isPresent();
    if (goesOn) {
      throw new Outdated();
    }
  }

  private static Unit unit(TaskId task) {
    return new Unit(
        new AccountId(task.account()),
        new ScreeningId(task.batch()),
        new ApplicationId(task.subject()));
  }

  /// @param round the result counts only if the application is still at it
  /// @param reading what was read already, absent when nothing was
  private record Order(
      String file,
      String documentHash,
      int round,
      @Nullable UUID reading,
      @Nullable JobDescriptionId asked) {}

  private record Stopwatch(long started) {
    static Stopwatch start() {
      return new Stopwatch(System.nanoTime());
    }

    Duration time() {
      return Duration.ofNanos(System.nanoTime() - started);
    }
  }
}
