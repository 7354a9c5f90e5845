package dev.shortlist.retention;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.text.FileFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Removes what the settings say is not kept any longer, and bytes nobody refers to.
@Component
public class Retention {
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final int AT_ONCE = 100;
  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Accounts accounts;
  private final Expiry expiry;
  private final List<Expirer> expirers;
  private final Erasure erasure;
  private final StoredFiles files;
  private final FileFinder finder;
  private final RetentionSettings settings;
  private final Clock clock;

  Retention(
      JdbcClient jdbc,
      Tenancy tenancy,
      Accounts accounts,
      Expiry expiry,
      List<Expirer> expirers,
      Erasure erasure,
      StoredFiles files,
      FileFinder finder,
      RetentionSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.accounts = accounts;
    this.expiry = expiry;
    this.expirers = List.copyOf(expirers);
    this.erasure = erasure;
    this.files = files;
    this.finder = finder;
    this.settings = settings;
    this.clock = clock;
  }

  /// Removes it now; otherwise done each hour.
  public void run() {
    Instant now = clock.instant();
    Duration skew = Duration.between(databaseTime(), now).abs();
    if (skew.compareTo(SKEW) > 0) {
      log.error(
          "nothing is removed, as the clocks of this node and of the database are apart: set them skew={}",
          skew);
      return;
    }
    for (AccountId account : accounts.list()) {
      removeOver(account, now);
      tenancy.inAccount(
          account.value(),
          () -> expirers.forEach(one -> one.expire(account, now, settings.screenings())));
      erasure.unused(account, now.minus(settings.grace()));
    }
    sweep(now);
  }

  /// What a process that was killed left unpacked.
  @EventListener(ApplicationReadyEvent.class)
  void sweepScratch() {
    finder.sweep(clock.instant().minus(settings.grace()));
  }

  private void removeOver(AccountId account, Instant now) {
    var over =
        tenancy.inAccount(
            account.value(), () -> expiry.over(account, now, settings.screenings(), AT_ONCE));
    for (ScreeningId screening : over) {
      tenancy
          .inAccount(account.value(), () -> removeIfStillOver(account, screening, now))
          .ifPresent(left -> {
            erasure.finish(left);
            log.info("screening expired screening={}", screening);
          });
    }
  }

  /// It may have been given work, or another time, since.
  private Optional<Erasure.Left> removeIfStillOver(
      AccountId account, ScreeningId screening, Instant now) {
    return expiry.isOver(account, screening, now, settings.screenings())
        ? Optional.of(erasure.remove(account, screening))
        : Optional.empty();
  }

  private void sweep(Instant now) {
    Instant before = now.minus(settings.grace());
    finder.sweep(before);
    try {
      int removed = files.sweep(before);
      if (removed > 0) {
        log.info("files nobody refers to removed count={}", removed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the stored files cannot be looked through", e);
    }
  }

  private Instant databaseTime() {
    return jdbc.sql("select clock_timestamp() as now")
        .query((row, number) -> Rows.instant(row, "now"))
        .single();
  }
}
