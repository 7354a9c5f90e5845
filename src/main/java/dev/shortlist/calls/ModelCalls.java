package dev.shortlist.calls;

import dev.shortlist.ai.LanguageModel;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Prompt;
import dev.shortlist.ai.Reply;
import dev.shortlist.ai.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/// The way to a model's answer: kept ones first, then within the budget, then within the limits;
/// and an answer is noted down before anybody reads it. No transaction is open during the call.
public final class ModelCalls {
  private static final Logger log = LoggerFactory.getLogger(ModelCalls.class);

  private final LanguageModel models;
  private final Governor governor;
  private final KeptAnswers answers;
  private final Arrivals arrivals;
  private final Spending spending;
  private final Prices prices;

  /// @param arrivals folder for answers on their way to the database; those found there are kept
  public ModelCalls(
      LanguageModel models,
      Governor governor,
      KeptAnswers answers,
      Spending spending,
      Prices prices,
      Path arrivals) {
    this.models = models;
    this.governor = governor;
    this.answers = answers;
    this.spending = spending;
    this.prices = prices;
    this.arrivals = new Arrivals(arrivals);
    this.arrivals.all().forEach(this::settleIfPossible);
  }

  /// Makes at most one call.
  ///
  /// @throws InterruptedException if the thread is interrupted; the call then keeps the most it can
  ///   have cost
  public Outcome ask(Model model, Limits limits, Budget budget, Purpose purpose, Prompt prompt)
      throws InterruptedException {
    var key = KeptAnswers.key(model, prompt);
    var kept = find(purpose.account(), key);
    if (kept.isPresent()) {
      return new Outcome.Replied(kept.get(), 0);
    }
    var price = prices.find(model).orElse(null);
    if (price == null && budget.isSet()) {
      return new Outcome.NoPrice();
    }
    var expected = new Usage(prompt.tokens(), prompt.answerTokens(), 0);
    return switch (governor.ask(model, limits, purpose.account(), expected.total())) {
      case Permit.Wait wait -> new Outcome.PutOff(wait);
      case Permit.Granted permit -> {
        var attempt = new Attempt(model, limits, budget, purpose, prompt, key, price);
        yield call(attempt, permit, expected);
      }
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
  }

  private Outcome call(Attempt attempt, Permit.Granted permit, Usage expected)
      throws InterruptedException {
    var purpose = attempt.purpose();
    var id = spending.next();
    var over =
        spending.begin(id, purpose, attempt.model(), attempt.cost(expected), attempt.budget());
    if (over.isPresent()) {
      governor.withdraw(attempt.model(), attempt.limits(), permit);
      return over.get();
    }
    long start = System.nanoTime();
    var place = arrivals.open(Arrivals.Call.of(id, purpose, attempt.key(), attempt.model()));
    try (place) {
      governor.sent(attempt.model(), attempt.limits());
      var reply = models.ask(attempt.model(), attempt.prompt(), place::take);
      var cost = attempt.cost(reply.spent());
      keep(id, purpose, attempt.key(), reply, cost, Duration.ofNanos(System.nanoTime() - start));
      place.clear();
      governor.settle(attempt.model(), attempt.limits(), permit, reply.spent().total(), reply);
      return new Outcome.Replied(reply, cost == null ? 0 : cost);
    }
  }

  /// From the database, or from where it waits for the database.
  private Optional<Reply.Answered> find(UUID account, String key) {
    return answers
        .find(account, key)
        .or(() -> {
          arrivals.of(account, key).stream()
              .filter(Arrivals.Left.Answer.class::isInstance)
              .forEach(this::settle);
          return answers.find(account, key);
        });
  }

  private void keep(
      UUID id, Purpose purpose, String key, Reply reply, @Nullable Long cost, Duration latency) {
    Runnable noted = () -> spending.end(id, purpose.account(), reply, cost, latency);
    if (reply instanceof Reply.Answered answered) {
      answers.keep(purpose, key, answered, noted);
    } else {
      noted.run();
    }
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
    keep(call.id(), call.purpose(), call.key(), left.reply(), cost.orElse(null), left.latency());
  }
}
