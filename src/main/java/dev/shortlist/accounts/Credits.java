package dev.shortlist.accounts;

import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The ledger of credits: one for each CV that is read and matched.
///
/// Credits are reserved when work is queued, and settled when it is done or released when it came
/// to nothing. Every entry stays; their sum is what is available, and that is never below zero. An
/// account nobody granted credits to spends without limit, and nothing is counted.
///
/// Each operation joins the transaction that is going on for the account, so it holds exactly when
/// the work it stands for does; and each may be repeated, as its key makes it happen once.
@Component
public class Credits {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final Clock clock;

  Credits(JdbcClient jdbc, Tenancy tenancy, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
  }

  /// Holds `amount` credits under `key`, unless they are held already. What was settled or released
  /// under the key before is a thing of the past: the credits are held anew.
  ///
  /// @throws InsufficientCredits if the account has fewer; nothing is held
  public void reserve(AccountId account, int amount, String key) {
    reserve(account, amount, List.of(key));
  }

  /// Holds `amount` credits under each of `keys`: for all of them or for none.
  ///
  /// @throws InsufficientCredits if the account has fewer
  public void reserve(AccountId account, int amount, Collection<String> keys) {
    requirePositive(amount);
    tenancy.inAccount(
        account.value(),
        () -> {
          if (keys.isEmpty() || !isLimited(account)) {
            return;
          }
          take(account, Math.multiplyExact(amount, hold(account, amount, keys)));
        });
  }

  /// Spends what is held under `key`; nothing when nothing is.
  public void settle(AccountId account, String key) {
    settle(account, List.of(key));
  }

  /// Spends what is held under any of `keys`.
  public void settle(AccountId account, Collection<String> keys) {
    tenancy.inAccount(account.value(), () -> close(account, keys, "SETTLE", 0));
  }

  /// Gives back what is held under `key`; nothing when nothing is.
  public void release(AccountId account, String key) {
    release(account, List.of(key));
  }

  /// Gives back what is held under any of `keys`.
  public void release(AccountId account, Collection<String> keys) {
    tenancy.inAccount(
        account.value(),
        () -> {
          int freed = keys.isEmpty() ? 0 : close(account, keys, "RELEASE", 1);
          if (freed > 0) {
            add(account, freed);
          }
        });
  }

  /// Gives the account `amount` more credits, once for each `key`. The first grant sets a limit to
  /// an account that had none.
  ///
  /// @return whether it was the first time
  public boolean grant(AccountId account, int amount, String key) {
    requirePositive(amount);
    return tenancy.inAccount(
        account.value(),
        () -> {
          limit(account);
          boolean entered = enter(account, "GRANT", key, amount);
          if (entered) {
            add(account, amount);
          }
          return entered;
        });
  }

  /// Sets a limit of zero to an account that has none; grants then raise it.
  public void limit(AccountId account) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    insert into credit_line (account_id, available) values (:account, 0)
                        on conflict do nothing
                    """)
                .param("account", account.value())
                .update());
  }

  public Balance balance(AccountId account) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select l.available,
                           (select coalesce(-sum(e.amount), 0) from credit_entry e
                             where e.account_id = :account and e.kind = 'RESERVE'
                               and not e.closed) as reserved
                      from credit_line l
                     where l.account_id = :account
                    """)
                .param("account", account.value())
                .query((row, number) ->
                    (Balance) new Balance.Limited(row.getInt("available"), row.getInt("reserved")))
                .optional()
                .orElseGet(Balance.Unlimited::new));
  }

  /// Whether somebody counts. Before the first grant nothing is entered.
  private boolean isLimited(AccountId account) {
    return jdbc.sql("select 1 from credit_line where account_id = :account")
        .param("account", account.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /// Enters a reservation for each key that has none open.
  ///
  /// @return how many were entered
  private int hold(AccountId account, int amount, Collection<String> keys) {
    return jdbc.sql(
            """
            insert into credit_entry (account_id, id, kind, key, amount, created_at)
            select :account, gen_random_uuid(), 'RESERVE', key, -:amount, :now
              from (select distinct unnest(:keys) as key order by key) held
                on conflict (account_id, key) where kind = 'RESERVE' and not closed do nothing
            """)
        .param("account", account.value())
        .param("keys", keys.toArray(String[]::new))
        .param("amount", amount)
        .param("now", Rows.time(clock.instant()))
        .update();
  }

  private void take(AccountId account, int amount) {
    int taken =
        jdbc.sql(
                """
                update credit_line set available = available - :amount
                 where account_id = :account and available >= :amount
                """)
            .param("account", account.value())
            .param("amount", amount)
            .update();
    if (taken == 0) {
      throw new InsufficientCredits(amount, available(account));
    }
  }

  private int available(AccountId account) {
    return jdbc.sql("select available from credit_line where account_id = :account")
        .param("account", account.value())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private void add(AccountId account, int amount) {
    jdbc.sql("update credit_line set available = available + :amount where account_id = :account")
        .param("account", account.value())
        .param("amount", amount)
        .update();
  }

  /// Closes the open reservations of `keys` and enters how.
  ///
  /// @param back 1 when their credits come back, 0 when they are spent
  /// @return credits that come back
  private int close(AccountId account, Collection<String> keys, String kind, int back) {
    return jdbc.sql(
            """
            with held as (
              update credit_entry set closed = true
               where account_id = :account and key = any(:keys) and kind = 'RESERVE' and not closed
              returning key, amount),
            closed as (
              insert into credit_entry (account_id, id, kind, key, amount, created_at)
              select :account, gen_random_uuid(), :kind, key, -amount * :back, :now from held
              returning amount)
            select coalesce(sum(amount), 0) from closed
            """)
        .param("account", account.value())
        .param("keys", keys.toArray(String[]::new))
        .param("kind", kind)
        .param("back", back)
        .param("now", Rows.time(clock.instant()))
        .query((row, number) -> row.getInt(1))
        .single();
  }

  private boolean enter(AccountId account, String kind, String key, int amount) {
    return jdbc.sql(
                """
                insert into credit_entry (account_id, id, kind, key, amount, created_at)
                values (:account, :id, :kind, :key, :amount, :now)
                    on conflict (account_id, key) where kind = 'GRANT' do nothing
                """)
            .param("account", account.value())
            .param("id", ids.next())
            .param("kind", kind)
            .param("key", key)
            .param("amount", amount)
            .param("now", Rows.time(clock.instant()))
            .update()
        == 1;
  }

  private static void requirePositive(int amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("credits come one or more at a time, not " + amount);
    }
  }
}
