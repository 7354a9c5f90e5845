package dev.shortlist.tasks;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How tasks are worked on.
///
/// @param poll longest time a task that is due waits for an idle worker when the word of it was
///   lost; else it starts at once, on every node
/// @param heartbeat how often a node says that its tasks are alive; four missed ones and it counts
///   as dead, which is noticed within six
/// @param attempts how often a task that fails is tried
/// @param backoff wait before the second attempt; each further one waits twice as long, and all
///   between half and the whole of it
/// @param patience longest such wait
/// @param shutdown how long running tasks may go on when the program stops
/// @param connections database connections of the engine itself
@Validated
@ConfigurationProperties("shortlist.tasks")
public record TaskSettings(
    @Valid @DefaultValue Cpu cpu,
    @Valid @DefaultValue Llm llm,
    @Valid @DefaultValue Sys sys,
    @Valid @DefaultValue Queue queue,
    @DefaultValue("500ms") Duration poll,
    @DefaultValue("5s") Duration heartbeat,
    @DefaultValue("3") @Min(1) int attempts,
    @DefaultValue("2s") Duration backoff,
    @DefaultValue("5m") Duration patience,
    @DefaultValue("5s") Duration shutdown,
    @DefaultValue("6") @Min(2) int connections) {

  /// Workers of the lane for what keeps a core busy.
  ///
  /// @param threads CVs worked on at the same time, absent for one per core
  /// @param limit longest time one attempt may take
  public record Cpu(@Nullable @Min(1) Integer threads, @DefaultValue("2m") Duration limit) {}

  /// Workers of the lane for calls to language models.
  ///
  /// @param threads calls got ready or made at the same time on this node
  /// @param limit longest time one attempt may take
  public record Llm(@DefaultValue("96") @Min(1) int threads, @DefaultValue("30m") Duration limit) {}

  /// Workers of the lane for what the system does for itself.
  ///
  /// @param threads tasks worked on at the same time
  /// @param limit longest time one attempt may take
  public record Sys(@DefaultValue("4") @Min(1) int threads, @DefaultValue("30m") Duration limit) {}

  /// How many tasks may wait in a lane before no more are taken in.
  ///
  /// @param account of one account
  /// @param all of all accounts together
  /// @param retryAfter when whoever is turned away should try again
  public record Queue(
      @DefaultValue("250000") @Min(1) int account,
      @DefaultValue("1000000") @Min(1) int all,
      @DefaultValue("30s") Duration retryAfter) {}

  int threads(Lane lane) {
    return switch (lane) {
      case CPU ->
          cpu.threads() == null ? Runtime.getRuntime().availableProcessors() : cpu.threads();
      case LLM -> llm.threads();
      case SYS -> sys.threads();
    };
  }

  Duration limit(Lane lane) {
    return switch (lane) {
      case CPU -> cpu.limit();
      case LLM -> llm.limit();
      case SYS -> sys.limit();
    };
  }
}
