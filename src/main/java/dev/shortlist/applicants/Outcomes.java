package dev.shortlist.applicants;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/// Waits for the end of durable work, for those who ask and want the answer at once.
@Component
public class Outcomes {
  private static final Duration FIRST_LOOK = Duration.ofMillis(20);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Applications applications;

  Outcomes(Applications applications) {
    this.applications = applications;
  }

  /// The application as it is when it is through, or as it is after `atMost`: the work goes on
  /// then.
  ///
  /// @throws java.util.NoSuchElementException if the account has no such application
  public ApplicationDetail await(AccountId account, ApplicationId id, Duration atMost) {
    long start = System.nanoTime();
    var wait = FIRST_LOOK;
    var found = applications.find(account, id).orElseThrow();
    while (!found.application().stage().isFinal()
        && System.nanoTime() - start < atMost.toNanos()
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(wait.toNanos());
      wait = wait.multipliedBy(2).compareTo(LOOK) < 0 ? wait.multipliedBy(2) : LOOK;
      found = applications.find(account, id).orElseThrow();
    }
    return found;
  }
}
