package dev.shortlist.retention;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Rows;
import dev.shortlist.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Removes bytes that nobody needs, while others may keep the same bytes anew on any node.
///
/// Bytes are shared by all accounts, and are kept before a row names them. So whoever keeps some
/// says so first, by their hash, and whoever removes some looks at what was said and at the rows
/// while nobody can say more.
@Component
public class StoredFiles {
  private static final int AT_ONCE = 100;

  /// After this time whoever kept bytes and never named them is taken for dead.
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Accounts accounts;
  private final Storage storage;
  private final Clock clock;

  StoredFiles(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Accounts accounts,
      Storage storage,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
    this.accounts = accounts;
    this.storage = storage;
    this.clock = clock;
  }

  /// Says that bytes are about to be kept; from here on nobody removes them.
  public void claim(Collection<String> hashes) {
    if (!hashes.isEmpty()) {
      jdbc.sql(
              """
              with held as materialized (select pg_advisory_xact_lock_shared(:lock)::text as done)
              insert into arriving as a (hash, open, claimed_at)
              select hash, 1, :now from held, unnest(:hashes) hash order by hash
                  on conflict (hash) do update set open = a.open + 1, claimed_at = excluded.claimed_at
              """)
          .param("lock", Storage.REMOVAL)
          .param("hashes", distinct(hashes))
          .param("now", Rows.time(clock.instant()))
          .update();
    }
  }

  /// Says that rows name the bytes now, in the transaction that wrote them, or that they will not.
  public void release(Collection<String> hashes) {
    if (!hashes.isEmpty()) {
      jdbc.sql(
              """
              with held as materialized
                (select hash from arriving where hash = any(:hashes) order by hash for update)
              update arriving a set open = open - 1 from held where a.hash = held.hash
              """)
          .param("hashes", distinct(hashes))
          .update();
      jdbc.sql("delete from arriving where hash = any(:hashes) and open <= 0")
          .param("hashes", distinct(hashes))
          .update();
    }
  }

  private static String[] distinct(Collection<String> hashes) {
    return hashes.stream().distinct().toArray(String[]::new);
  }

  /// Removes those of the files that no account needs; not inside a transaction.
  ///
  /// @return how many
  /// @throws UncheckedIOException if the store does not answer; a later sweep removes the rest
  public int remove(Collection<String> hashes) {
    int removed = 0;
    var all = List.copyOf(new HashSet<>(hashes));
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      removed += transactions.execute(status -> removeUnneeded(some));
    }
    return removed;
  }

  /// Removes files that lie there longer than the grace and that no account needs.
  ///
  /// @return how many
  int sweep(Instant before) throws IOException {
    jdbc.sql("delete from arriving where claimed_at < :old")
        .param("old", Rows.time(clock.instant().minus(PATIENCE)))
        .update();
    var removed = new int[1];
    storage.eachOld(before, hashes -> removed[0] += remove(hashes));
    storage.dropUnfinished(before);
    return removed[0];
  }

  private int removeUnneeded(Collection<String> hashes) {
    jdbc.sql("select pg_advisory_xact_lock(:lock)::text")
        .param("lock", Storage.REMOVAL)
        .query()
        .singleRow();
    var unneeded = new ArrayList<>(hashes);
    unneeded.removeAll(needed(hashes));
    try {
      storage.delete(unneeded);
      return unneeded.size();
    } catch (IOException e) {
      throw new UncheckedIOException("stored files cannot be removed", e);
    }
  }

  private Set<String> needed(Collection<String> hashes) {
    var needed =
        new HashSet<>(
            jdbc.sql("select hash from arriving where hash in (:hashes)")
                .param("hashes", hashes)
                .query((row, number) -> Rows.text(row, "hash"))
                .list());
    for (AccountId account : accounts.list()) {
      needed.addAll(neededBy(account, hashes));
    }
    return needed;
  }

  /// In the transaction that holds the lock, one account after the other.
  private List<String> neededBy(AccountId account, Collection<String> hashes) {
    jdbc.sql("select set_config('app.account', :account, true)")
        .param("account", account.toString())
        .query()
        .singleRow();
    return jdbc.sql("select hash from document where account_id = :account and hash in (:hashes)")
        .param("account", account.value())
        .param("hashes", hashes)
        .query((row, number) -> Rows.text(row, "hash"))
        .list();
  }
}
