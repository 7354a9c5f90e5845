package dev.shortlist.calls;

import dev.shortlist.ai.LanguageModel;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Prompt;
import dev.shortlist.ai.Reply;
import dev.shortlist.ai.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The way to a model's answer: kept ones first, then within the budget, then within the limits;
/// and an answer is kept before anybody reads it. No transaction is open during the call.
public final class ModelCalls {
  private final LanguageModel models;
  private final Governor governor;
  private final KeptAnswers answers;
  private final Spending spending;
  private final Prices prices;

  public ModelCalls(
      LanguageModel models,
      Governor governor,
      KeptAnswers answers,
      Spending spending,
      Prices prices) {
    this.models = models;
    this.governor = governor;
    this.answers = answers;
    this.spending = spending;
    this.prices = prices;
  }

  /// Makes at most one call.
  ///
  /// @throws InterruptedException if the thread is interrupted; the call then keeps the most it can
  ///   have cost
  public Outcome ask(Model model, Limits limits, Budget budget, Purpose purpose, Prompt prompt)
      throws InterruptedException {
    var kept = answers.find(purpose.account(), model, prompt);
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
        var attempt = new Attempt(model, limits, budget, purpose, prompt, price);
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
    var reply = models.ask(attempt.model(), attempt.prompt());
    if (reply instanceof Reply.Answered answered) {
      answers.keep(purpose, attempt.model(), attempt.prompt(), answered);
    }
    var cost = attempt.cost(reply.spent());
    spending.end(id, purpose, reply, cost, Duration.ofNanos(System.nanoTime() - start));
    governor.settle(attempt.model(), attempt.limits(), permit, reply.spent().total(), reply);
    return new Outcome.Replied(reply, cost == null ? 0 : cost);
  }
}
