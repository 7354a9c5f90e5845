package dev.shortlist.calls;

import dev.shortlist.ai.Model;
import dev.shortlist.ai.Pack;
import dev.shortlist.ai.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run would take, reckoned from the texts that would be sent, before anything is sent.
///
/// @param input tokens sent
/// @param output most tokens received; usually fewer come
/// @param cost at most, in millionths of a dollar; absent when the price is not known
/// @param done when the last answer would be there, within the limits
public record Estimate(int calls, long input, long output, @Nullable Long cost, Instant done) {

  /// Of asking about `packs`.
  ///
  /// @param latency time an answer takes
  public static Estimate of(
      List<Pack> packs,
      Model model,
      Limits limits,
      Prices prices,
      Governor governor,
      Duration latency) {
    var usages =
        packs.stream()
            .filter(pack -> !pack.isEmpty())
            .map(Pack::prompt)
            .map(prompt -> new Usage(prompt.tokens(), prompt.answerTokens(), 0))
            .toList();
    long input = usages.stream().mapToLong(Usage::input).sum();
    long output = usages.stream().mapToLong(Usage::output).sum();
    int calls = usages.size();
    int each = calls == 0 ? 0 : (int) ((input + output) / calls);
    var price = prices.find(model);
    return new Estimate(
        calls,
        input,
        output,
        price.map(one -> usages.stream().mapToLong(one::of).sum()).orElse(null),
        governor.done(model, limits, calls, each, latency));
  }
}
