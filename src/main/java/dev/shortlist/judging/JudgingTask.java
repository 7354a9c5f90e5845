package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.Cases;
import dev.shortlist.screening.Cases.Case;
import dev.shortlist.screening.Judged.Why;
import dev.shortlist.screening.Judgements;
import dev.shortlist.screening.LifeCycle;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.tasks.GivenUp;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.Outdated;
import dev.shortlist.tasks.TaskHandler;
import dev.shortlist.tasks.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes one call of a model: the subject of the task is the pack of CVs that goes into it.
@Component
class JudgingTask implements TaskHandler {
  /// Written in the database: never rename it.
  static final String NAME = "judge";

  private static final Logger log = LoggerFactory.getLogger(JudgingTask.class);

  private final Tenancy tenancy;
  private final ModelPlans plans;
  private final Packs packs;
  private final Cases cases;
  private final Judgements judgements;
  private final Judging judging;
  private final LifeCycle lifeCycle;
  private final Questioning questioning;

  JudgingTask(
      Tenancy tenancy,
      ModelPlans plans,
      Packs packs,
      Cases cases,
      Judgements judgements,
      Judging judging,
      LifeCycle lifeCycle,
      Questioning questioning) {
    this.tenancy = tenancy;
    this.plans = plans;
    this.packs = packs;
    this.cases = cases;
    this.judgements = judgements;
    this.judging = judging;
    this.lifeCycle = lifeCycle;
    this.questioning = questioning;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.LLM;
  }

  @Override
  public Runnable run(TaskId task) throws InterruptedException {
    var account = new AccountId(task.account());
    var screening = new ScreeningId(task.batch());
    var begun = tenancy.inAccount(task.account(), () -> begin(account, screening, task.subject()));
    if (begun.isEmpty()) {
      return () -> {}; // made already, or paused or cancelled
    }
    var pack = begun.get().pack();
    var setup = begun.get().setup();
    if (setup.isEmpty()) {
      return () -> judgements.changed(account, screening); // which ends what waits
    }
    var end = questioning.ask(account, screening, pack, begun.get().cases(), setup.get());
    return () -> write(account, screening, pack, end, setup.get());
  }

  private record Begun(Packs.Waiting pack, Optional<ModelSetup> setup, List<Case> cases) {}

  private Optional<Begun> begin(AccountId account, ScreeningId screening, UUID pack) {
    return packs
        .find(account, pack)
        .map(found -> {
          var setup = plans.usable(account, screening);
          return new Begun(
              found,
              setup,
              setup.isEmpty() ? List.of() : cases.list(account, found.applications()));
        });
  }

  @Override
  public void givenUp(TaskId task, GivenUp why) {
    var account = new AccountId(task.account());
    var screening = new ScreeningId(task.batch());
    log.error("call given up error={} screening={}", why.errorId(), screening);
    packs
        .find(account, task.subject())
        .ifPresent(pack -> standAll(account, pack.applications(), Why.NOT_ANSWERED));
    finish(account, screening, task.subject());
  }

  private void write(
      AccountId account, ScreeningId screening, Packs.Waiting pack, End end, ModelSetup setup) {
    switch (end) {
      case End.Read read -> {
        read.told().forEach((one, told) -> judgements.keep(account, screening, one, told));
        read.standing().forEach((one, why) -> stand(account, pack, one, why));
        judging.onceMore(account, screening, read.again(), setup);
        finish(account, screening, pack.id());
      }
      case End.Stuck(var why, var words) -> {
        lifeCycle.halt(
            account, screening, why, words, () -> requireSame(account, screening, setup));
        log.warn("model reading halted screening={} why={}", screening, words);
      }
      case End.Unusable(var why, var words) -> {
        log.warn("model not usable, local scores stand screening={} why={}", screening, words);
        judging.end(account, screening, why);
        judgements.changed(account, screening);
      }
    }
  }

  /// What hindered calls may be mended by now, and the screening resumed.
  private void requireSame(AccountId account, ScreeningId screening, ModelSetup setup) {
    if (!plans.usable(account, screening).equals(Optional.of(setup))) {
      throw new Outdated();
    }
  }

  private void stand(AccountId account, Packs.Waiting pack, Case one, Why why) {
    if (pack.reading() > 1) {
      judgements.count(account, one);
    } else {
      judgements.stand(account, one.application().value(), why);
    }
  }

  private void standAll(AccountId account, List<UUID> applications, Why why) {
    applications.forEach(id -> judgements.stand(account, id, why));
  }

  private void finish(AccountId account, ScreeningId screening, UUID pack) {
    packs.remove(account, pack);
    judgements.changed(account, screening);
  }
}
