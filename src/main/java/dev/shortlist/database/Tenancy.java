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

  private void enter(UUID account) {
    jdbc.sql("select set_config('app.account', :account, true)")
        .param("account", account.toString())
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
