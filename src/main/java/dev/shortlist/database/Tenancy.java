package dev.shortlist.database;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
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
    TransactionSynchronizationManager.registerSynchronization(new Entered(this, account));
  }

  /// For whom the transaction is, so that the database need not be asked as long as it goes on.
  private static final class Entered implements TransactionSynchronization {
    private final Tenancy tenancy;
    private final UUID account;
    private boolean over;

    Entered(Tenancy tenancy, UUID account) {
      this.tenancy = tenancy;
      this.account = account;
    }

    boolean holds(Tenancy asking) {
      return tenancy == asking && !over;
    }

    @Override
    public void beforeCompletion() {
      over = true;
    }
  }

  private void set(String name, String value) {
    jdbc.sql("select set_config(:name, :value, true)")
        .param("name", name)
        .param("value", value)
        .query(String.class)
        .single();
  }

  private void join(UUID account) {
    String entered = entered();
    if (entered.isEmpty()) {
      enter(account);
    } else if (!entered.equals(account.toString())) {
      throw new IllegalStateException(
          "a transaction for account %s cannot work for account %s".formatted(entered, account));
    }
  }

  /// The account of the transaction that is going on, empty when it is for none yet.
  private String entered() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(one -> one instanceof Entered entered && entered.holds(this))
        .map(one -> ((Entered) one).account.toString())
        .findFirst()
        .orElseGet(() ->
            jdbc.sql("select coalesce(current_setting('app.account', true), '')")
                .query(String.class)
                .single());
  }
}
