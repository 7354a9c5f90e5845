package dev.shortlist.screening;

import static dev.shortlist.screening.Screening.State.CANCELLED;
import static dev.shortlist.screening.Screening.State.COMPLETED;
import static dev.shortlist.screening.Screening.State.CREATED;
import static dev.shortlist.screening.Screening.State.PAUSED;
import static dev.shortlist.screening.Screening.State.RUNNING;

import dev.shortlist.screening.Screening.State;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person may do with a screening, in which state, and where that leads. With the one step
/// the engine takes by itself, to COMPLETED when nothing is left to do, this is the whole life of a
/// screening.
public enum Action {
  /// Take more CVs in.
  ADD,
  /// Take more CVs in and let them wait until it is resumed, unless it runs: for those who hand in
  /// first and start later.
  COLLECT,
  /// Let CVs wait: those that are there, and those that come.
  PAUSE,
  RESUME,
  CANCEL,
  PRIORITISE,
  /// Try again what failed or needs review.
  RETRY,
  /// Match what was read with another job description.
  REMATCH,
  /// Have a language model read what was matched, or not any more.
  JUDGE;

  private static final Map<Action, Map<State, State>> STEPS =
      Map.of(
          ADD, Map.of(CREATED, RUNNING, RUNNING, RUNNING, PAUSED, PAUSED, COMPLETED, RUNNING),
          COLLECT, Map.of(CREATED, PAUSED, RUNNING, RUNNING, PAUSED, PAUSED, COMPLETED, PAUSED),
          PAUSE, Map.of(CREATED, PAUSED, RUNNING, PAUSED),
          RESUME, Map.of(PAUSED, RUNNING),
          CANCEL, Map.of(CREATED, CANCELLED, RUNNING, CANCELLED, PAUSED, CANCELLED),
          PRIORITISE,
              Map.of(CREATED, CREATED, RUNNING, RUNNING, PAUSED, PAUSED, COMPLETED, COMPLETED),
          RETRY, Map.of(RUNNING, RUNNING, PAUSED, PAUSED, COMPLETED, RUNNING),
          REMATCH, Map.of(CREATED, CREATED, RUNNING, RUNNING, PAUSED, PAUSED, COMPLETED, RUNNING),
          JUDGE, Map.of(CREATED, CREATED, RUNNING, RUNNING, PAUSED, PAUSED, COMPLETED, RUNNING));

  /// What is possible in `state`, with the one name of taking CVs in.
  public static Set<Action> possible(State state) {
    return Arrays.stream(values())
        .filter(action -> action != COLLECT && action.isPossible(state))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
  }

  public boolean isPossible(State state) {
    return steps().containsKey(state);
  }

  /// The state it leads to.
  ///
  /// @throws NullPointerException if it is not possible in `state`
  State from(State state) {
    return Objects.requireNonNull(steps().get(state), name());
  }

  /// Whether `state` is where it would lead anyway, so that asking twice is no error; nor is it one
  /// to resume what has come to its end meanwhile.
  boolean isDone(State state) {
    return !isPossible(state)
        && (steps().values().stream().allMatch(state::equals)
            || (this == RESUME && state == COMPLETED));
  }

  private Map<State, State> steps() {
    return STEPS.getOrDefault(this, Map.of());
  }
}
