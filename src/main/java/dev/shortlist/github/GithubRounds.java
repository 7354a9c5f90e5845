package dev.shortlist.github;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.OutcomeListener;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Stage;
import dev.shortlist.tasks.Engine;
import dev.shortlist.tasks.GivenUp;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.NotYet;
import dev.shortlist.tasks.TaskHandler;
import dev.shortlist.tasks.TaskId;
import dev.shortlist.tasks.TaskQueue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Asks GitHub about those who wait: one task for an account at a time, one call after the other,
/// as GitHub wishes it. Whatever GitHub does, the applications are through already.
@Component
class GithubRounds implements TaskHandler, OutcomeListener, AutoCloseable {
  /// Written in the database: never rename it.
  static final String NAME = "github";

  private static final int ONE_ROUND = 20;
  private static final int TRIES = 3;
  private static final Logger log = LoggerFactory.getLogger(GithubRounds.class);

  private final Tenancy tenancy;
  private final Accounts accounts;
  private final GithubChoices choices;
  private final GithubPeople people;
  private final Github github;
  private final TaskQueue queue;
  private final GithubSettings settings;
  private final Clock clock;
  private final Engine engine;
  private final Set<AccountId> starting = ConcurrentHashMap.newKeySet();
  private final ExecutorService starter = Executors.newVirtualThreadPerTaskExecutor();

  GithubRounds(
      Tenancy tenancy,
      Accounts accounts,
      GithubChoices choices,
      GithubPeople people,
      Github github,
      TaskQueue queue,
      GithubSettings settings,
      Clock clock,
      Engine engine) {
    this.tenancy = tenancy;
    this.accounts = accounts;
    this.choices = choices;
    this.people = people;
    this.github = github;
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
    this.engine = engine;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.LLM;
  }

  /// Notes what the CVs name; the tasks are made after the commit, as whoever makes tasks must not
  /// hold applications.
  @Override
  public void ended(
      AccountId account,
      ScreeningId screening,
      Collection<ApplicationId> applications,
      Stage stage) {
    if (stage == Stage.COMPLETED && choices.isOn(account) && people.note(account, applications)) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              startSoon(account);
            }
          });
    }
  }

  @Override
  public Runnable run(TaskId task) {
    var account = new AccountId(task.account());
    if (!choices.isOn(account)) {
      people.giveUp(account, Skipped.SWITCHED_OFF, clock.instant());
      return () -> {};
    }
    String token = choices.token(account);
    var inVain = new ArrayList<UUID>();
    for (var person : people.waiting(account, ONE_ROUND)) {
      if (Thread.currentThread().isInterrupted() || inVain.size() == TRIES) {
        break;
      }
      try {
        note(account, person, ask(account, person, token));
      } catch (Limited e) {
        waitFor(account, e.until());
        break;
      } catch (IOException e) {
        log.info("github not reached account={} cause={}", account, String.valueOf(e.getMessage()));
        inVain.add(person.id());
      }
    }
    afterFailures(account, inVain);
    return () -> start(account); // what came meanwhile found this task and left it at that
  }

  @Override
  public void givenUp(TaskId task, GivenUp why) {
    log.warn("a round at github ended early account={} error={}", task.account(), why.errorId());
  }

  /// Starts rounds for all who wait, and forgets whom no CV names any more.
  void lookAround() {
    for (var account : accounts.list()) {
      people.forgetUnnamed(account);
      tenancy.inAccount(account.value(), () -> start(account));
    }
  }

  @Override
  public void close() {
    starter.close();
  }

  private Github.Answer ask(AccountId account, GithubPeople.Waiting person, String token)
      throws IOException {
    return github.ask(person.login(), token, people.remembered(account, person.id()));
  }

  private void note(AccountId account, GithubPeople.Waiting person, Github.Answer answer) {
    switch (answer) {
      case Github.Answer.Work(var work) -> people.known(account, person.id(), work);
      case Github.Answer.None(var why) when why == Skipped.TOKEN_REFUSED ->
          people.giveUp(account, why, clock.instant());
      case Github.Answer.None(var why) -> people.notKnown(account, person.id(), why);
    }
  }

  /// Who has been patient for long goes without; all others wait.
  private void waitFor(AccountId account, Instant until) {
    people.giveUp(account, Skipped.QUOTA, until.minus(settings.patience()));
    if (!people.waiting(account, 1).isEmpty()) {
      throw new NotYet(engine.clock().instant().plus(Duration.between(clock.instant(), until)));
    }
  }

  /// One of them may be the matter, or the way to GitHub: then it is in vain for all who wait.
  private void afterFailures(AccountId account, List<UUID> inVain) {
    if (inVain.isEmpty()) {
      return;
    }
    people.failed(account, inVain.size() == TRIES ? null : inVain, TRIES);
    var left = people.waiting(account, 1);
    if (!left.isEmpty()) {
      int times = Math.max(1, left.getFirst().failures());
      throw new NotYet(engine.clock().instant().plus(settings.retry().multipliedBy(times)));
    }
  }

  private void startSoon(AccountId account) {
    if (!starting.add(account)) {
      return;
    }
    try {
      starter.execute(() -> {
        starting.remove(account);
        tenancy.inAccount(account.value(), () -> start(account));
      });
    } catch (RejectedExecutionException e) {
      starting.remove(account); // the program stops; another node looks around
    }
  }

  /// Starts a round unless there is one or nobody waits, in the transaction that is going on.
  private void start(AccountId account) {
    UUID all = account.value();
    people.takeTurns(account);
    if (!people.waiting(account, 1).isEmpty() && queue.known(Lane.LLM, NAME, all, all).isEmpty()) {
      queue.add(Lane.LLM, NAME, all, all, List.of(UUID.randomUUID()));
    }
  }
}
