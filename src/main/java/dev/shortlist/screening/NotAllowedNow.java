package dev.shortlist.screening;

import dev.shortlist.screening.Screening.State;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A screening, or an application of it, is in a state in which this cannot be done. The message is
/// for a person: what it is, and what is possible.
public final class NotAllowedNow extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final State state;

  NotAllowedNow(ScreeningId screening, Action action, State state) {
    super(
        "screening %s is %s and does not take %s; possible now: %s"
            .formatted(screening, lower(state), lower(action), possible(state)));
    this.state = state;
  }

  NotAllowedNow(ApplicationId application, String why, State state) {
    super("application %s cannot be tried again: %s".formatted(application, why));
    this.state = state;
  }

  /// The state of the screening.
  public State state() {
    return state;
  }

  /// What can be done with the screening.
  public Set<Action> possible() {
    return Action.possible(state);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  private static String possible(State state) {
    var possible = Action.possible(state);
    return possible.isEmpty()
        ? "nothing"
        : possible.stream().map(NotAllowedNow::lower).collect(Collectors.joining(", "));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
