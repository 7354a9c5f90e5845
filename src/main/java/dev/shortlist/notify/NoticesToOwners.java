package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Addresses;
import dev.shortlist.accounts.User;
import dev.shortlist.accounts.Users;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningHalted;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.ScreeningMoved;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes to whoever started a screening when it is done and took a while, and when it waits for a
/// person; in the transaction in which that happens, so once. A mail names no candidate.
@Component
class NoticesToOwners {
  private final Emails emails;
  private final Users users;
  private final Addresses addresses;
  private final ObjectProvider<Screenings> screenings;
  private final MailSettings settings;
  private final Clock clock;

  /// @param screenings asked for when they are needed, as they are made of what tells this
  NoticesToOwners(
      Emails emails,
      Users users,
      Addresses addresses,
      ObjectProvider<Screenings> screenings,
      MailSettings settings,
      Clock clock) {
    this.emails = emails;
    this.users = users;
    this.addresses = addresses;
    this.screenings = screenings;
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener
  void moved(ScreeningMoved moved) {
    if (settings.isSetUp() && moved.to() == Screening.State.COMPLETED) {
      owner(moved.account(), moved.screening())
          .ifPresent(owner -> done(moved.account(), moved.screening(), owner));
    }
  }

  @EventListener
  void halted(ScreeningHalted halted) {
    if (settings.isSetUp()) {
      owner(halted.account(), halted.screening()).ifPresent(owner -> waits(halted, owner));
    }
  }

  private void done(AccountId account, ScreeningId id, User owner) {
    var screening = find(account, id);
    var took = Duration.between(screening.createdAt(), clock.instant());
    if (took.compareTo(settings.worthMail()) < 0) {
      return;
    }
    var progress = screenings.getObject().progress(account, id);
    int review = progress.count(Stage.NEEDS_REVIEW) + progress.count(Stage.FAILED);
    emails.notice(
        account,
        "screening-done",
        owner.email(),
        "Screening %d is done: %s".formatted(screening.number(), screening.title()),
        """
        %d of %d CVs are ranked%s.

        %s
        """
            .formatted(
                progress.count(Stage.COMPLETED),
                progress.total(),
                review == 0
                    ? ""
                    : "; %d need a person, with the reason and what to do".formatted(review),
                addresses.of("/screenings/" + screening.number())));
  }

  private void waits(ScreeningHalted halted, User owner) {
    var screening = find(halted.account(), halted.screening());
    emails.notice(
        halted.account(),
        "screening-waits",
        owner.email(),
        "Screening %d waits for you: %s".formatted(screening.number(), screening.title()),
        """
        %s

        %s
        """
            .formatted(halted.words(), addresses.of("/screenings/" + screening.number())));
  }

  private Optional<User> owner(AccountId account, ScreeningId screening) {
    return screenings
        .getObject()
        .owner(account, screening)
        .flatMap(id -> users.find(account, id))
        .filter(user -> user.disabledAt() == null);
  }

  private Screening find(AccountId account, ScreeningId id) {
    return screenings.getObject().find(account, id.toString()).orElseThrow();
  }
}
