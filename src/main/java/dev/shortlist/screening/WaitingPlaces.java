package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.Places;
import dev.shortlist.tasks.TaskId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Where applications that wait stand in the queue of all accounts.
@Component
public class WaitingPlaces {
  private final Places places;

  WaitingPlaces(Places places) {
    this.places = places;
  }

  /// 1 for the one that is next; absent when it does not wait, as when it is worked on or through.
  public Optional<Integer> of(AccountId account, Application application) {
    return application.stage().isFinal()
        ? Optional.empty()
        : places.of(
            Lane.CPU,
            Pipeline.NAME,
            new TaskId(account.value(), application.screening().value(), application.id().value()));
  }
}
