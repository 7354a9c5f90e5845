package dev.shortlist.accounts;

import dev.shortlist.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts of this installation.
@Component
public class Accounts {
  private static final AccountId LOCAL =
      new AccountId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The one account of an installation without sign-in; every database has it.
  public AccountId local() {
    return LOCAL;
  }

  /// A new account.
  ///
  /// @param alias what dialects may call it instead of its id
  /// @throws NotAllowed if another account has the alias
  public AccountId create(String alias) {
    var id = new AccountId(UUID.randomUUID());
    try {
      jdbc.sql(
              """
              insert into account (id, name, alias, created_at) values (:id, :alias, :alias, now())
              """)
          .param("id", id.value())
          .param("alias", alias.strip())
          .update();
      return id;
    } catch (DuplicateKeyException e) {
      throw new NotAllowed("There is an account %s already.".formatted(alias.strip()));
    }
  }

  /// The account that goes by this id or alias.
  public Optional<AccountId> find(String name) {
    return jdbc.sql(
            "select id from account where erased_at is null and (cast(id as text) = :name or alias = :name)")
        .param("name", name.strip())
        .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
        .optional();
  }

  /// Leaves of an account that is empty its id alone; the one that is always there may be used on.
  public void erase(AccountId account, Instant now) {
    if (!account.equals(LOCAL)) {
      jdbc.sql(
              """
              update account set name = '', alias = null, kept_days = null, erased_at = :now
               where id = :id
              """)
          .param("id", account.value())
          .param("now", Rows.time(now))
          .update();
    }
  }

  /// All accounts, oldest first.
  public List<AccountId> list() {
    return jdbc.sql("select id from account where erased_at is null order by created_at, id")
        .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
        .list();
  }
}
