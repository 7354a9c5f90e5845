package dev.shortlist.intake;

import dev.shortlist.accounts.AccessSettings;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps accounts within the bytes they may send and store. What is stored twice counts once.
@Component
public class UploadLimits {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration AGAIN = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final UploadLimitSettings settings;

  UploadLimits(JdbcClient jdbc, Clock clock, AccessSettings access, UploadLimitSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = access.signIn() ? settings : UploadLimitSettings.NONE;
  }

  /// Looks after files were written down, in the transaction that did, so that it is as if they had
  /// never come.
  ///
  /// @throws UploadLimitReached if the account has more than it may
  void check(AccountId account) {
    require(account, 0);
  }

  /// Looks before files come.
  ///
  /// @param more bytes that they have at most
  /// @throws UploadLimitReached if the account would have more than it may
  public void require(AccountId account, long more) {
    var perDay = settings.perDay();
    if (perDay != null && bytes(account, DAY) + more > perDay.toBytes()) {
      throw new UploadLimitReached(
          "shortlist.upload.account.per-day", perDay.toBytes(), "in 24 hours", AGAIN);
    }
    var stored = settings.stored();
    if (stored != null && bytes(account, null) + more > stored.toBytes()) {
      throw new UploadLimitReached(
          "shortlist.upload.account.stored", stored.toBytes(), "in all", null);
    }
  }

  /// @param lately how long ago a file came at most, absent for all
  private long bytes(AccountId account, @Nullable Duration lately) {
    return Objects.requireNonNull(
        jdbc.sql(
                """
                select coalesce(sum(bytes), 0)
                  from document
                 where account_id = :account
                   and (cast(:since as timestamptz) is null
                        or created_at > cast(:since as timestamptz))
                """)
            .param("account", account.value())
            .param(
                "since",
                lately == null ? null : Rows.time(clock.instant().minus(lately)),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .query((row, number) -> row.getLong(1))
            .single());
  }
}
