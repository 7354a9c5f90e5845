package dev.shortlist.retention;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Deletes an account with everything in it: people, keys, CVs, results, mails, settings. Its id,
/// its audit log and its credit entries stay; they hold ids alone.
@Component
public class AccountErasure {
  private static final Set<String> STAY = Set.of("audit_entry", "credit_entry");

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Accounts accounts;
  private final Erasure erasure;
  private final StoredFiles files;
  private final Storage storage;
  private final Clock clock;

  AccountErasure(
      JdbcClient jdbc,
      Tenancy tenancy,
      Accounts accounts,
      Erasure erasure,
      StoredFiles files,
      Storage storage,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.accounts = accounts;
    this.erasure = erasure;
    this.files = files;
    this.storage = storage;
    this.clock = clock;
  }

  /// Deletes; what is being read is cancelled first.
  ///
  /// @throws UncheckedIOException if the rows are gone and the store does not remove the files now:
  ///   a sweep does later
  public void erase(AccountId account) {
    for (UUID screening : openScreenings(account)) {
      erasure.end(account, new ScreeningId(screening));
    }
    var uploads = ids(account, "select id from upload where account_id = :account");
    var hashes = tenancy.inAccount(account.value(), () -> wipe(account));
    try {
      for (UUID upload : uploads) {
        storage.growing(upload).drop();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("unfinished uploads cannot be removed", e);
    }
    files.remove(hashes);
  }

  private List<UUID> openScreenings(AccountId account) {
    return ids(
        account,
        """
        select id from screening
         where account_id = :account and state in ('CREATED', 'RUNNING', 'PAUSED')
        """);
  }

  private List<UUID> ids(AccountId account, String sql) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(sql)
                .param("account", account.value())
                .query((row, number) -> Rows.id(row, "id"))
                .list());
  }

  private List<String> wipe(AccountId account) {
    var hashes =
        jdbc.sql("select hash from document where account_id = :account")
            .param("account", account.value())
            .query((row, number) -> Rows.text(row, "hash"))
            .list();
    // The one circle of references.
    execute(account, "update application set match_id = null where account_id = :account");
    for (String table : tables()) {
      execute(account, "delete from %s where account_id = :account".formatted(table));
    }
    accounts.erase(account, clock.instant());
    return hashes;
  }

  private void execute(AccountId account, String sql) {
    jdbc.sql(sql).param("account", account.value()).update();
  }

  /// All tables of accounts, each before those it refers to; the catalog says which, so none is
  /// forgotten.
  private List<String> tables() {
    var left =
        new HashSet<>(
            jdbc.sql(
                    """
                    select c.oid::regclass::text as name
                      from pg_class c
                      join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
                     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                    """)
                .query((row, number) -> Rows.text(row, "name"))
                .list());
    left.removeAll(STAY);
    return ordered(left, referrers());
  }

  private static List<String> ordered(Set<String> left, Map<String, Set<String>> referrers) {
    var ordered = new ArrayList<String>();
    while (!left.isEmpty()) {
      var free =
          left.stream()
              .filter(table ->
                  referrers.getOrDefault(table, Set.of()).stream()
                      .noneMatch(other -> !other.equals(table) && left.contains(other)))
              .sorted()
              .toList();
      if (free.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + left);
      }
      ordered.addAll(free);
      left.removeAll(free);
    }
    return ordered;
  }

  /// Who refers to a table; matches are deleted before the applications they belong to.
  private Map<String, Set<String>> referrers() {
    var referrers = new HashMap<String, Set<String>>();
    jdbc.sql(
            """
            select conrelid::regclass::text as referrer, confrelid::regclass::text as referred
              from pg_constraint
             where contype = 'f' and connamespace = 'public'::regnamespace
               and not (conrelid = 'application'::regclass and confrelid = 'match'::regclass)
            """)
        .query(row -> {
          referrers
              .computeIfAbsent(Rows.text(row, "referred"), table -> new HashSet<>())
              .add(Rows.text(row, "referrer"));
        });
    return referrers;
  }
}
