package dev.shortlist.pool;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Match;
import dev.shortlist.match.Matcher;
import dev.shortlist.match.Weights;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Readings;
import dev.shortlist.tasks.GivenUp;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.Permanent;
import dev.shortlist.tasks.TaskHandler;
import dev.shortlist.tasks.TaskId;
import dev.shortlist.terms.Engines;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Compares some CVs of the pool with a job description: the batch of the task is the run of the
/// ranking, its subject the step.
@Component
class PoolTask implements TaskHandler {
  /// Written in the database: never rename it.
  static final String NAME = "pool";

  private final PoolSteps steps;
  private final Readings readings;
  private final JobDescriptions jobDescriptions;
  private final Engines engines;

  PoolTask(PoolSteps steps, Readings readings, JobDescriptions jobDescriptions, Engines engines) {
    this.steps = steps;
    this.readings = readings;
    this.jobDescriptions = jobDescriptions;
    this.engines = engines;
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
  public Runnable run(TaskId task) throws InterruptedException {
    var account = new AccountId(task.account());
    var step = steps.find(account, task.subject());
    if (step.isEmpty()) {
      return () -> {}; // done already, or stopped
    }
    var matcher = engines.of(account).matcher();
    var asked = jobDescriptions.find(account, step.get().asked()).orElseThrow();
    var found = compare(account, step.get(), matcher, asked.content(), asked.weights());
    return () -> steps.finish(account, step.get(), matcher.version(), found);
  }

  @Override
  public void givenUp(TaskId task, GivenUp why) {
    var account = new AccountId(task.account());
    steps.find(account, task.subject()).ifPresent(step -> steps.giveUp(account, step));
  }

  private List<PoolScores.Score> compare(
      AccountId account,
      PoolSteps.Step step,
      Matcher matcher,
      JobDescription asked,
      Weights weights)
      throws InterruptedException {
    var kept = readings.list(account, step.readings());
    var found = new ArrayList<PoolScores.Score>();
    for (var one : kept) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the time is up, or nobody wants it any more");
      }
      found.add(PoolScores.Score.of(one.id(), match(one, matcher, asked, weights)));
    }
    readings.remember(account, kept);
    return found;
  }

  /// Equal arguments give an equal match, or fail each time.
  private static Match match(
      Readings.Kept one, Matcher matcher, JobDescription asked, Weights weights) {
    try {
      return matcher.match(one.reading(), asked, weights);
    } catch (RuntimeException | StackOverflowError e) {
      throw new Permanent("the reading %s cannot be compared".formatted(one.id()), e);
    }
  }
}
