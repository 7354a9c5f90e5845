package dev.shortlist.database;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The fence between accounts: every statement on an account's rows runs in a transaction that is
/// for that account, and the database hides the rows of all others.
public final class Tenancy {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  public Tenancy(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
  }

  /// Runs `work` in a transaction for `account`, or in the one that is going on for it.
  ///
  /// @return what `work` returns
  /// @throws IllegalStateException if a transaction for another account is going on
  public <T extends @Nullable Object> T inAccount(UUID account, Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      join(account);
      return work.get();
    }
    return transactions.execute(status -> {
      enter(account);
      return work.get();
    });
  }

  /// Runs `work` in a transaction for `account`, or in the one that is going on for it.
  public void inAccount(UUID account, Runnable work) {
    this.<@Nullable Void>inAccount(
        account,
        () -> {
          work.run();
          return null;
        });
  }

  /// Runs `work` in a transaction that sees, of the tables people enter by, the one row that
  /// `secret` is the key of: whose it is, is not known before.
  ///
  /// @throws IllegalStateException if a transaction is going on
  public <T extends @Nullable Object> T asHolder(String secret, Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a row is looked up by its secret before anything else");
    }
    return transactions.execute(status -> {
      set("app.holder", secret);
      return work.get();
    });
  }

  private void enter(UUID account) {
    set("app.account", account.toString());
  }

  private void set(String name, String value) {
    jdbc.sql("select set_config(:name, :value, true)")
        .param("name", name)
        .param("value", value)
        .query(String.class)
        .single();
  }

  private void join(UUID account) {
    String entered =
        jdbc.sql("select coalesce(current_setting('app.account', true), '')")
            .query(String.class)
            .single();
    if (entered.isEmpty()) {
      enter(account);
    } else if (!entered.equals(account.toString())) {
      throw new IllegalStateException(
          "a transaction for account %s cannot work for account %s".formatted(entered, account));
    }
  }
}
