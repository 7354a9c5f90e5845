package dev.shortlist.calls;

import dev.shortlist.ai.LanguageModel;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Prompt;
import dev.shortlist.ai.Reply;
import dev.shortlist.ai.Usage;
import dev.shortlist.database.Tenancy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/// The way to a model's answer: kept ones first, then within the budget, then within the limits;
/// and an answer is noted down before anybody reads it. No transaction is open during the call.
public final class ModelCalls {
  private static final Logger log = LoggerFactory.getLogger(ModelCalls.class);

  private final Tenancy tenancy;
  private final LanguageModel models;
  private final Governor governor;
  private final KeptAnswers answers;
  private final Arrivals arrivals;
  private final Spending spending;
  private final Prices prices;

  /// @param arrivals folder for answers on their way to the database; those found there are kept
  public ModelCalls(
      Tenancy tenancy,
      LanguageModel models,
      Governor governor,
      KeptAnswers answers,
      Spending spending,
      Prices prices,
      Path arrivals) {
    this.tenancy = tenancy;
    this.models = models;
    this.governor = governor;
    this.answers = answers;
    this.spending = spending;
    this.prices = prices;
    this.arrivals = new Arrivals(arrivals);
    this.arrivals.all().forEach(this::settleIfPossible);
  }

  /// Makes at most one call, when one of the places for calls is free.
  ///
  /// @throws InterruptedException if the thread is interrupted; the call then keeps the most it can
  ///   have cost
  public Outcome ask(Model model, Limits limits, Budget budget, Purpose purpose, Prompt prompt)
      throws InterruptedException {
    var price = prices.find(model).orElse(null);
    var attempt =
        new Attempt(model, limits, budget, purpose, prompt, KeptAnswers.key(model, prompt), price);
    fetchLeft(purpose.account(), attempt.key());
    var places = governor.places(model, limits);
    places.take(purpose.account());
    try {
      return ask(attempt);
    } finally {
      places.giveBack();
    }
  }

  private Outcome ask(Attempt attempt) throws InterruptedException {
    var account = attempt.purpose().account();
    var begun =
        governor.inTurn(attempt.model(), () -> tenancy.inAccount(account, () -> begin(attempt)));
    return switch (begun) {
      case Begun.Not(var outcome) -> outcome;
      case Begun.Call(var id, var permit) -> call(attempt, id, permit);
    };
  }

  private record Attempt(
      Model model,
      Limits limits,
      Budget budget,
      Purpose purpose,
      Prompt prompt,
      String key,
      @Nullable Price price) {
    @Nullable Long cost(Usage usage) {
      return price == null ? null : price.of(usage);
    }

    /// The most it can take.
    Usage most() {
      return new Usage(prompt.tokens(), prompt.answerTokens(), 0);
    }
  }

  private sealed interface Begun {
    record Not(Outcome outcome) implements Begun {}

    record Call(UUID id, Permit.Granted permit) implements Begun {}
  }

  /// Kept answers first, then the budget, then the limits, as their row is held for all; a call
  /// that may be made is in the book when this is committed.
  private Begun begin(Attempt attempt) {
    var purpose = attempt.purpose();
    var kept = answers.find(purpose.account(), attempt.key());
    if (kept.isPresent()) {
      return new Begun.Not(new Outcome.Replied(kept.get(), 0));
    }
    if (attempt.price() == null && attempt.budget().isSet()) {
      return new Begun.Not(new Outcome.NoPrice());
    }
    var most = attempt.most();
    var cost = attempt.cost(most);
    var over = spending.over(purpose, cost == null ? 0 : cost, attempt.budget());
    if (over.isPresent()) {
      return new Begun.Not(over.get());
    }
    return switch (governor.ask(
        attempt.model(), attempt.limits(), purpose.account(), most.total())) {
      case Permit.Wait wait -> new Begun.Not(new Outcome.PutOff(wait));
      case Permit.Granted permit ->
          new Begun.Call(spending.begin(purpose, attempt.model(), cost), permit);
    };
  }

  private Outcome call(Attempt attempt, UUID id, Permit.Granted permit)
      throws InterruptedException {
    var purpose = attempt.purpose();
    long start = System.nanoTime();
    var place = arrivals.open(Arrivals.Call.of(id, purpose, attempt.key(), attempt.model()));
    try (place) {
      governor.sent(attempt.model(), attempt.limits());
      var reply = models.ask(attempt.model(), attempt.prompt(), place::take);
      var cost = attempt.cost(reply.spent());
      var latency = Duration.ofNanos(System.nanoTime() - start);
      end(attempt, id, permit, reply, cost, latency);
      place.clear();
      return new Outcome.Replied(reply, cost == null ? 0 : cost);
    }
  }

  private void end(
      Attempt attempt,
      UUID id,
      Permit.Granted permit,
      Reply reply,
      @Nullable Long cost,
      Duration latency) {
    var purpose = attempt.purpose();
    governor.inTurn(
        attempt.model(),
        () ->
            tenancy.inAccount(
                purpose.account(),
                () -> {
                  // The limits' row before the sum of what was spent, as where a call begins.
                  governor.settle(
                      attempt.model(), attempt.limits(), permit, reply.spent().total(), reply);
                  keep(id, purpose, attempt.key(), reply, cost, latency);
                  return reply;
                }));
  }

  /// Brings answers that wait for the database there.
  private void fetchLeft(UUID account, String key) {
    arrivals.of(account, key).stream()
        .filter(Arrivals.Left.Answer.class::isInstance)
        .forEach(this::settle);
  }

  private void keep(
      UUID id, Purpose purpose, String key, Reply reply, @Nullable Long cost, Duration latency) {
    if (reply instanceof Reply.Answered answered) {
      answers.keep(purpose, key, answered);
    }
    spending.end(id, purpose.account(), reply, cost, latency);
  }

  /// One that cannot be settled now stays where it is, and stops no start.
  private void settleIfPossible(Arrivals.Left left) {
    try {
      settle(left);
    } catch (RuntimeException e) {
      log.error("what a call left cannot be settled file={}", left.file().getFileName(), e);
    }
  }

  /// Does what was left to do for a call when its program was killed. That of an account that is no
  /// more is of use to nobody.
  private void settle(Arrivals.Left left) {
    try {
      switch (left) {
        case Arrivals.Left.Answer answer -> keep(answer);
        case Arrivals.Left.Nothing(var call, _) ->
            spending.lose(call.id(), call.purpose().account());
      }
    } catch (DataIntegrityViolationException e) {
      log.warn("what a call left is of no account, and is deleted call={}", left.call().id());
    }
    arrivals.remove(left);
  }

  private void keep(Arrivals.Left.Answer left) {
    var call = left.call();
    var cost = prices.find(call.asked()).map(price -> price.of(left.reply().spent()));
    tenancy.inAccount(
        call.purpose().account(),
        () ->
            keep(
                call.id(),
                call.purpose(),
                call.key(),
                left.reply(),
                cost.orElse(null),
                left.latency()));
  }
}
