package dev.shortlist.judging;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.ai.LanguageModel;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Prompt;
import dev.shortlist.ai.Remedies;
import dev.shortlist.ai.Reply;
import dev.shortlist.calls.ModelCalls;
import dev.shortlist.calls.Outcome;
import dev.shortlist.calls.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Finds out with one call whether a model can be used, and if not, what to do.
@Component
public class ModelTrial {
  private static final int TOKENS = 2000;
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"ready":{"type":"boolean"}},"required":["ready"],"additionalProperties":false}\
      """;
  private static final String NOTHING =
      "No language model is set. Set SHORTLIST_AI_PROVIDER to openai, gemini, anthropic or ollama, with SHORTLIST_AI_MODEL and SHORTLIST_AI_API_KEY.";

  private final ModelSettings settings;
  private final ModelCalls calls;
  private final Clock clock;

  ModelTrial(ModelSettings settings, ModelCalls calls, Clock clock) {
    this.settings = settings;
    this.calls = calls;
    this.clock = clock;
  }

  /// What came of it.
  ///
  /// @param works whether CVs can be judged
  /// @param words one or two sentences for the person who can mend it
  /// @param costMicros millionths of a dollar, 0 where the price is not known
  public record Tried(boolean works, String words, long costMicros) {}

  /// Tries the model of an account, within its limits and budget.
  ///
  /// @throws InterruptedException if the thread is interrupted while the answer is awaited
  public Tried run(AccountId account) throws InterruptedException {
    var found = settings.find(account);
    if (found.isEmpty()) {
      return new Tried(false, NOTHING, 0);
    }
    var setup = found.get();
    var purpose = new Purpose(account.value(), new UUID(0, 0), List.of(), 1);
    var outcome =
        calls.ask(
            setup.model(), setup.limits(), setup.budget(), purpose, prompt("" + clock.instant()));
    return switch (outcome) {
      case Outcome.Replied(var reply, long cost) ->
          new Tried(isUsable(reply), words(reply, setup.model()), cost);
      default -> new Tried(false, Hindrance.of(outcome, setup.model(), clock.instant()).words(), 0);
    };
  }

  /// Tries the model of the settings, past limits and budget: nothing is known of them here.
  ///
  /// @throws InterruptedException if the thread is interrupted while the answer is awaited
  public static Tried run(AiSettings settings, Clock clock) throws InterruptedException {
    var setup = ModelSetup.of(settings);
    if (setup == null) {
      return new Tried(false, NOTHING, 0);
    }
    Long month = setup.budget().month();
    if (month != null && month == 0) {
      return new Tried(false, Hindrance.of(spent(0), setup.model(), clock.instant()).words(), 0);
    }
    try (var models = new LanguageModel(clock)) {
      var reply = models.ask(setup.model(), prompt("" + clock.instant()));
      return new Tried(isUsable(reply), words(reply, setup.model()), 0);
    }
  }

  private static Outcome spent(long limit) {
    return new Outcome.OverBudget(Outcome.Cap.MONTH, 0, limit);
  }

  /// @param once what no other trial asks: an answer that is kept would tell nothing
  private static Prompt prompt(String once) {
    return new Prompt(
        "Answer with one JSON object by the schema, and nothing before or after it.",
        "Are you ready? Say true. (%s)".formatted(once),
        SCHEMA,
        TOKENS,
        "trial-1");
  }

  private static boolean isUsable(Reply reply) {
    return reply instanceof Reply.Answered(var text, var usage) && isByTheSchema(text);
  }

  private static String words(Reply reply, Model model) {
    return reply instanceof Reply.Answered && !isUsable(reply)
        ? "%s answers, but not with the JSON it was asked for. Set a model that answers by a JSON schema (SHORTLIST_AI_MODEL)."
            .formatted(model.name())
        : Remedies.of(reply, model);
  }

  private static boolean isByTheSchema(String text) {
    try {
      return JsonMapper.shared().readTree(text.strip()).has("ready");
    } catch (JacksonException _) {
      return false;
    }
  }
}
