package dev.shortlist.dialect.cvbatch;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import java.util.List;
import org.springframework.stereotype.Component;

/// How far batches are, for whoever asks and for whoever listens.
@Component
class Batches {
  private static final int ALL = 1_000_000;

  private final Screenings screenings;
  private final Applications applications;

  Batches(Screenings screenings, Applications applications) {
    this.screenings = screenings;
    this.applications = applications;
  }

  QueueStatus status(AccountId account, ScreeningId batch) {
    return status(account, batch, all(account, batch));
  }

  /// @param all the applications of the batch
  QueueStatus status(AccountId account, ScreeningId batch, List<Application> all) {
    return QueueStatus.of(batch, screenings.pace(account, batch), all);
  }

  /// What is not through.
  List<ApplicationId> open(AccountId account, ScreeningId batch) {
    return all(account, batch).stream()
        .filter(application -> !application.stage().isFinal())
        .map(Application::id)
        .toList();
  }

  /// Every CV of the batch, in their order.
  List<Application> all(AccountId account, ScreeningId batch) {
    return applications.list(account, batch, null, ALL);
  }
}
