package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.time.Duration;
import java.util.Optional;

/// What is to be done with the CVs of a screening when all of them are read and matched: a
/// screening is complete when this is done, too.
///
/// Asked whenever something about the screening changes; all run in the transaction that is going
/// on.
public interface FurtherWork {

  /// Makes tasks for what can be done already while others are still being matched. The screening
  /// runs and is held.
  void beginEarly(AccountId account, ScreeningId screening);

  /// Makes the tasks for what is left to do. The screening runs and is held.
  ///
  /// @return whether anything is left
  boolean begin(AccountId account, ScreeningId screening);

  /// Whether anything is left to do of a screening that is paused and held; nothing is begun.
  boolean isLeft(AccountId account, ScreeningId screening);

  /// Time until nothing is left, empty when nothing is left or the time is not known.
  ///
  /// @param open CVs that are still to be matched
  /// @param matching time until they are
  Optional<Duration> remaining(
      AccountId account, ScreeningId screening, int open, Duration matching);
}
