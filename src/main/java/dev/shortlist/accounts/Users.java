package dev.shortlist.accounts;

import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The people of an account.
@Component
public class Users {
  private static final String COLUMNS =
      """
      id, account_id, email, name, role, password is not null as has_password,
      totp is not null as has_totp, created_at, disabled_at\
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final Clock clock;

  Users(JdbcClient jdbc, Tenancy tenancy, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
  }

  /// Adds a person, who cannot sign in before they set a password with a link.
  ///
  /// @throws NotAllowed if `email` is no address, or somebody has it
  public User add(AccountId account, String email, String name, Role role) {
    String address = address(email);
    UUID id = ids.next();
    try {
      return tenancy.inAccount(
          account.value(),
          () -> {
            jdbc.sql(
                    """
                    insert into app_user (account_id, id, email, name, role, created_at)
                    values (:account, :id, :email, :name, :role, :now)
                    """)
                .param("account", account.value())
                .param("id", id)
                .param("email", address)
                .param("name", name.isBlank() ? address : name.strip())
                .param("role", role.name())
                .param("now", Rows.time(clock.instant()))
                .update();
            return find(account, id).orElseThrow();
          });
    } catch (DuplicateKeyException e) {
      throw new NotAllowed("There is a user with the address %s already.".formatted(address));
    }
  }

  /// Oldest first.
  public List<User> list(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    "select %s from app_user where account_id = :account order by id"
                        .formatted(COLUMNS))
                .param("account", account.value())
                .query(Users::user)
                .list());
  }

  public Optional<User> find(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    "select %s from app_user where account_id = :account and id = :id"
                        .formatted(COLUMNS))
                .param("account", account.value())
                .param("id", id)
                .query(Users::user)
                .optional());
  }

  /// Who has the address, in whichever account.
  public Optional<User> find(String email) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    return tenancy.asHolder(
        address,
        () ->
            jdbc.sql("select %s from app_user where email = :email".formatted(COLUMNS))
                .param("email", address)
                .query(Users::user)
                .optional());
  }

  /// Gives the user another role.
  ///
  /// @throws NotAllowed if nobody would be left who may do everything
  public void change(User user, Role role) {
    tenancy.inAccount(
        user.account().value(),
        () -> {
          lock(user.account());
          update(user, "role = '%s'".formatted(role.name()));
          requireOwner(user.account());
        });
  }

  /// Keeps the user out, at once and on every node.
  ///
  /// @throws NotAllowed if nobody would be left who may do everything
  public void disable(User user) {
    tenancy.inAccount(
        user.account().value(),
        () -> {
          lock(user.account());
          update(user, "disabled_at = coalesce(disabled_at, current_timestamp)");
          requireOwner(user.account());
        });
  }

  /// Lets the user in again.
  public void enable(User user) {
    tenancy.inAccount(user.account().value(), () -> update(user, "disabled_at = null"));
  }

  private void update(User user, String change) {
    jdbc.sql("update app_user set %s where account_id = :account and id = :id".formatted(change))
        .param("account", user.account().value())
        .param("id", user.id())
        .update();
  }

  /// Those who take something away take turns: else the last two owners could demote each other at
  /// the same moment, and each would still see the other as one.
  private void lock(AccountId account) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('owners ' || :account, 0))")
        .param("account", account.toString())
        .query(row -> {});
  }

  private void requireOwner(AccountId account) {
    boolean hasOwner =
        jdbc.sql(
                """
                select exists (select from app_user
                  where account_id = :account and role = 'OWNER' and disabled_at is null)
                """)
            .param("account", account.value())
            .query((row, number) -> row.getBoolean(1))
            .single();
    if (!hasOwner) {
      throw new NotAllowed(
          "An account keeps at least one owner: make somebody else an owner first.");
    }
  }

  private static String address(String email) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    if (!address.matches("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}")) {
      throw new NotAllowed("\"%s\" is no e-mail address.".formatted(email.strip()));
    }
    return address;
  }

  static User user(ResultSet row, int number) throws SQLException {
    return new User(
        Rows.id(row, "id"),
        new AccountId(Rows.id(row, "account_id")),
        Rows.text(row, "email"),
        Rows.text(row, "name"),
        Role.valueOf(Rows.text(row, "role")),
        row.getBoolean("has_password"),
        row.getBoolean("has_totp"),
        Rows.instant(row, "created_at"),
        Rows.time(row, "disabled_at"));
  }
}
