package dev.shortlist.accounts;

import java.util.List;
import java.util.UUID;
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

  /// All accounts, oldest first.
  public List<AccountId> list() {
    return jdbc.sql("select id from account order by created_at, id")
        .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
        .list();
  }
}
