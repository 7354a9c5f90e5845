package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.match.Match;
import dev.shortlist.profile.Correction;
import dev.shortlist.screening.Cases.Case;
import dev.shortlist.screening.Judgements.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands beside an application of its judgement, whatever happens to both, in any order.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit calls BeforeAll first
class JudgementsTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int STEPS = 400;

  private static AccountId account;
  private static ScreeningId screening;
  private static List<UUID> applications;

  private final Judgements judgements = shortlist.get(Judgements.class);
  private final Standings standings = shortlist.get(Standings.class);
  private final Cases cases = shortlist.get(Cases.class);
  private final Invariants invariants =
      new Invariants(shortlist.get(JdbcClient.class), shortlist.get(Tenancy.class), account);

  @BeforeAll
  static void three_have_applied_and_have_two_matches_each(@TempDir Path temp) throws IOException {
    account = new AccountId(shortlist.database().account());
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, null, "Accountant\nRequirements\n- SAP\n- Excel", null);
    var screenings = shortlist.get(Screenings.class);
    screening = screenings.create(account, null, job.id(), null).id();
    var uploads = new ArrayList<Upload>();
    for (String name : List.of("Ann", "Bob", "Cid")) {
      var file =
          Files.writeString(
              temp.resolve(name + ".txt"),
              "%s Example\n\nExperience\nAccountant, Example Ltd, 2019 - 2024\n- SAP\n"
                  .formatted(name));
      uploads.add(new Upload(name + ".txt", file));
    }
    shortlist.get(Intake.class).add(account, screening, uploads);
    await()
        .atMost(LONG)
        .until(() ->
            screenings.find(account, screening).orElseThrow().state() == Screening.State.COMPLETED);
    applications =
        shortlist.get(Applications.class).list(account, screening, null, 10).stream()
            .map(one -> one.id().value())
            .toList();
    shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql(
                    """
                    insert into match
                      (account_id, id, application_id, job_description_id, version, total,
                       technical_skills, experience, education, soft_skills, recommendation,
                       content, created_at)
                    select account_id, gen_random_uuid(), application_id, job_description_id,
                           'another', 1, 0, 0, 0, 0, 'NO', content, now()
                      from match
                     where account_id = :account
                    """)
                .param("account", account.value())
                .update());
  }

  @Test
  void after_each_step_it_says_what_the_judgement_says() {
    var steps = new Steps(new Random(5));
    var seen = new TreeSet<String>();
    for (int i = 0; i < STEPS; i++) {
      steps.next();
      invariants.checkModelStates();
      seen.addAll(states());
    }

    assertThat(seen).containsExactly("JUDGED", "LOCAL", "UNASKED", "WAITING", "none");
  }

  @Test
  void after_steps_side_by_side_it_says_what_the_judgements_say() throws Exception {
    var work = new ArrayList<Callable<Boolean>>();
    for (int seed = 0; seed < 4; seed++) {
      var steps = new Steps(new Random(seed));
      work.add(() -> {
        for (int i = 0; i < STEPS / 2; i++) {
          steps.nextOrNothing();
        }
        return true;
      });
    }
    try (var threads = Executors.newFixedThreadPool(work.size())) {
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }

    invariants.checkModelStates();
  }

  @Test
  void what_a_model_says_while_a_correction_is_taken_back_is_of_the_match_before()
      throws Exception {
    var corrections = shortlist.get(Corrections.class);
    var id = new ApplicationId(applications.getFirst());
    corrections.correct(
        account,
        id,
        new Correction.Dates(0, YearMonth.of(2024, 10), YearMonth.of(2024, 12)),
        "user/1");
    var made = corrections.of(account, id).getFirst().id();
    Thread takingBack =
        shortlist.inAccount(
            account,
            jdbc -> {
              judgeLast(jdbc, id);
              var thread =
                  Thread.ofPlatform()
                      .daemon()
                      .start(() -> corrections.takeBack(account, id, made, "user/1"));
              await().atMost(LONG).until(() -> !thread.isAlive() || isAnyoneWaiting(jdbc));
              return thread;
            });
    takingBack.join(LONG);

    assertThat(versions(id))
        .filteredOn(version -> version.contains(" m "))
        .singleElement(STRING)
        .contains(" m before ");
  }

  /// As a model's answer is written down, in a transaction that goes on.
  private static void judgeLast(JdbcClient jdbc, ApplicationId id) {
    jdbc.sql("select id from application where id = :id for update")
        .param("id", id.value())
        .query()
        .listOfRows();
    jdbc.sql(
            """
            insert into match
              (account_id, id, application_id, job_description_id, version, total,
               technical_skills, experience, education, soft_skills, recommendation, content,
               created_at)
            select m.account_id, gen_random_uuid(), m.application_id, m.job_description_id,
                   m.version || ' m', 1, 0, 0, 0, 0, 'NO', m.content, now()
              from match m
              join application a on a.account_id = m.account_id and a.match_id = m.id
             where a.id = :id
            """)
        .param("id", id.value())
        .update();
  }

  private static boolean isAnyoneWaiting(JdbcClient jdbc) {
    return jdbc.sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  private static List<String> versions(ApplicationId id) {
    return shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql("select version || ' ' from match where application_id = :id")
                .param("id", id.value())
                .query(String.class)
                .list());
  }

  private List<String> states() {
    return shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql(
                    """
                    select distinct coalesce(model_state, 'none') from application
                     where account_id = :account
                    """)
                .param("account", account.value())
                .query(String.class)
                .list());
  }

  /// What happens to applications and judgements, one thing after another.
  private final class Steps {
    private final Random random;
    private final AtomicReference<List<Case>> read = new AtomicReference<>(List.of());

    Steps(Random random) {
      this.random = random;
    }

    /// As a task that is tried again later.
    void nextOrNothing() {
      try {
        next();
      } catch (PessimisticLockingFailureException e) {
        // the database let the other one pass
      }
    }

    void next() {
      var application = applications.get(random.nextInt(applications.size()));
      shortlist.get(Tenancy.class).inAccount(account.value(), () -> step(application));
    }

    private void step(UUID application) {
      switch (random.nextInt(9)) {
        case 0, 1 -> expect();
        case 2 -> read.set(cases.list(account, List.of(application)));
        case 3, 4 -> read.get().forEach(one -> judgements.keep(account, screening, one, told(one)));
        case 5 -> judgements.stand(account, application, why());
        case 6 -> judgements.reconsider(account, screening);
        case 7 -> judgements.recall(account, screening);
        default -> match(application);
      }
    }

    private void expect() {
      judgements.expect(account, screening, standings.unasked(account, screening, 2));
    }

    private Judged.Why why() {
      return random.nextBoolean() ? Judged.Why.OUTAGE : Judged.Why.CUT;
    }

    /// Matched anew: without a match first, then with one the local engine made now or before.
    private void match(UUID application) {
      String match =
          random.nextInt(3) == 0
              ? "null"
              : """
              (select id from match m
                where m.account_id = :account and m.application_id = :id
                  and m.version not like '%% judged'
                order by m.version offset %d limit 1)\
              """
                  .formatted(random.nextInt(2));
      shortlist
          .get(JdbcClient.class)
          .sql(
              "update application set match_id = %s where account_id = :account and id = :id"
                  .formatted(match))
          .param("account", account.value())
          .param("id", application)
          .update();
    }

    private Told told(Case one) {
      return new Told(
          judged(one.local(), one.match() + " judged"), "m", "", 1, 1, 0, List.of(), List.of());
    }

    private Match judged(Match local, String version) {
      return new Match(
          local.total(),
          local.dimensions(),
          local.weights(),
          local.gaps(),
          local.gates(),
          local.recommendation(),
          local.reasoning(),
          local.strengths(),
          local.questions(),
          local.flags(),
          local.confidence(),
          version);
    }
  }
}
