package dev.shortlist.accounts;

import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The keys of an account's programs.
@Component
public class ApiKeys {
  static final String PREFIX = "sl_";
  private static final int SHOWN = 9;
  private static final int LONGEST_NAME = 100;
  private static final Duration NOTED = Duration.ofMinutes(1);
  private static final String COLUMNS =
      """
      id, account_id, name, start, role, operator, created_by, created_at, expires_at, used_at,
      revoked_at\
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final Clock clock;

  ApiKeys(JdbcClient jdbc, Tenancy tenancy, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
  }

  /// A new key for a program of the account.
  ///
  /// @param life how long it works, absent for one that stays
  /// @param createdBy as [Principal#actor()]
  /// @throws NotAllowed if the name is missing or too long, or the life is not positive
  public ApiKey.Created create(
      AccountId account, String name, Role role, @Nullable Duration life, String createdBy) {
    return create(account, name, role, life, createdBy, false);
  }

  /// A key that may also grant credits to any account.
  ApiKey.Created createOperator(AccountId account, String name, String createdBy) {
    return create(account, name, Role.OWNER, null, createdBy, true);
  }

  private ApiKey.Created create(
      AccountId account,
      String name,
      Role role,
      @Nullable Duration life,
      String createdBy,
      boolean operator) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw new NotAllowed(
          "A key has a name of at most %d characters, so that one knows later what it is for."
              .formatted(LONGEST_NAME));
    }
    if (life != null && !life.isPositive()) {
      throw new NotAllowed("A key works at least a day.");
    }
    var secret = Secret.create(PREFIX);
    UUID id = ids.next();
    var now = clock.instant();
    return tenancy.inAccount(
        account.value(),
        () -> {
          jdbc.sql(
                  """
                  insert into api_key (account_id, id, name, hash, start, role, operator, created_by,
                    created_at, expires_at)
                  values (:account, :id, :name, :hash, :start, :role, :operator, :by, :now, :end)
                  """)
              .param("account", account.value())
              .param("id", id)
              .param("name", name.strip())
              .param("hash", secret.hash())
              .param("start", secret.value().substring(0, SHOWN))
              .param("role", role.name())
              .param("operator", operator)
              .param("by", createdBy)
              .param("now", Rows.time(now))
              .param(
                  "end",
                  life == null ? null : Rows.time(now.plus(life)),
                  Types.TIMESTAMP_WITH_TIMEZONE)
              .update();
          return new ApiKey.Created(find(account, id).orElseThrow(), secret);
        });
  }

  /// Newest first, the revoked too.
  public List<ApiKey> list(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    "select %s from api_key where account_id = :account order by id desc"
                        .formatted(COLUMNS))
                .param("account", account.value())
                .query(ApiKeys::key)
                .list());
  }

  public Optional<ApiKey> find(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    "select %s from api_key where account_id = :account and id = :id"
                        .formatted(COLUMNS))
                .param("account", account.value())
                .param("id", id)
                .query(ApiKeys::key)
                .optional());
  }

  /// Ends the key, at once and on every node.
  public void revoke(ApiKey key) {
    tenancy.inAccount(
        key.account().value(),
        () ->
            jdbc.sql(
                    """
                    update api_key set revoked_at = coalesce(revoked_at, :now)
                     where account_id = :account and id = :id
                    """)
                .param("account", key.account().value())
                .param("id", key.id())
                .param("now", Rows.time(clock.instant()))
                .update());
  }

  /// The key with this secret, if it works.
  Optional<ApiKey> findBySecret(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String hash = Secret.hash(secret);
    var now = clock.instant();
    var found =
        tenancy.asHolder(
            hash,
            () ->
                jdbc.sql(
                        """
                        select %s from api_key
                         where hash = :hash and revoked_at is null
                           and (expires_at is null or expires_at > :now)
                        """
                            .formatted(COLUMNS))
                    .param("hash", hash)
                    .param("now", Rows.time(now))
                    .query(ApiKeys::key)
                    .optional());
    found.filter(key -> isToBeNoted(key, now)).ifPresent(key -> used(key, now));
    return found;
  }

  private static boolean isToBeNoted(ApiKey key, Instant now) {
    var usedAt = key.usedAt();
    return usedAt == null || usedAt.isBefore(now.minus(NOTED));
  }

  private void used(ApiKey key, Instant now) {
    tenancy.inAccount(
        key.account().value(),
        () ->
            jdbc.sql("update api_key set used_at = :now where account_id = :account and id = :id")
                .param("account", key.account().value())
                .param("id", key.id())
                .param("now", Rows.time(now))
                .update());
  }

  private static ApiKey key(ResultSet row, int number) throws SQLException {
    return new ApiKey(
        Rows.id(row, "id"),
        new AccountId(Rows.id(row, "account_id")),
        Rows.text(row, "name"),
        Rows.text(row, "start"),
        Role.valueOf(Rows.text(row, "role")),
        row.getBoolean("operator"),
        Rows.text(row, "created_by"),
        Rows.instant(row, "created_at"),
        Rows.time(row, "expires_at"),
        Rows.time(row, "used_at"),
        Rows.time(row, "revoked_at"));
  }
}
