package dev.shortlist.backup;

import dev.shortlist.database.Tenancy;
import dev.shortlist.storage.Digests;
import dev.shortlist.storage.Storage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads an exported account into one that has nothing yet, here or on another installation.
///
/// First the CVs are kept, each checked by its hash; then all rows come in one transaction, under
/// new ids. So an import that is cut off has left no row that shows, and is simply run again.
public final class AccountImport {
  private static final int FILES_AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Storage storage;

  public AccountImport(JdbcClient jdbc, Tenancy tenancy, Storage storage) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.storage = storage;
  }

  /// Imports `file` into `account`.
  ///
  /// @param note says in the audit log what was done, in the transaction that does it
  /// @throws BackupUnusable if the file is damaged, of another version, or not an export at all, or
  ///   if the account has something already: nothing was imported
  public Backup.Moved importFrom(Path file, UUID account, Consumer<String> note) {
    return importFrom(file, account, note, (files, all) -> {});
  }

  /// As [#importFrom(Path, UUID, Consumer)], telling how far it is.
  public Backup.Moved importFrom(
      Path file, UUID account, Consumer<String> note, Progress progress) {
    try (var archive = new AccountArchive(file)) {
      var manifest = archive.manifest();
      var kinds = kinds(manifest);
      tenancy.inAccount(account, () -> requireNew(account, manifest));
      keepFiles(archive, account, progress);
      tenancy.inAccount(
          account,
          () -> {
            takeTurns(account);
            requireNew(account, manifest);
            write(archive, kinds, account);
            settings(account, manifest);
            note.accept(manifest.id());
          });
      return new Backup.Moved(
          kinds.size(),
          kinds.stream().mapToLong(kind -> kind.rows().rows()).sum(),
          manifest.files(),
          manifest.missing().size());
    } catch (IOException e) {
      throw BackupUnusable.unreadable(file, e);
    } catch (DataAccessException e) {
      throw BackupUnusable.refused(file, e);
    }
  }

  /// Looks whether the account has nothing yet.
  ///
  /// @throws BackupUnusable if it has something already
  public void requireEmpty(UUID account) {
    tenancy.inAccount(account, () -> requireNothing(account));
  }

  /// Told between batches of CVs, outside any transaction.
  @FunctionalInterface
  public interface Progress {
    /// Says it.
    ///
    /// @param files that are kept
    /// @param all in the export; when all are kept, the rows come
    void at(int files, int all);
  }

  /// Two nodes may be at the same import for a while, when one is taken for dead.
  private void takeTurns(UUID account) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
        .param("key", "import" + account)
        .query()
        .singleRow();
  }

  private record Given(Kind kind, AccountManifest.Rows rows) {}

  /// Those of the file that are read back, in the order they are.
  private static List<Given> kinds(AccountManifest manifest) {
    var known = new HashSet<String>();
    Kind.IMPORTED.forEach(kind -> known.add(kind.name()));
    Kind.RECORDS.forEach(kind -> known.add(kind.name()));
    for (var rows : manifest.kinds()) {
      if (!known.remove(rows.kind())) {
        throw new BackupUnusable(
            "the file has \"%s\", which this version does not know: upgrade, then import"
                .formatted(rows.kind()));
      }
    }
    return Kind.IMPORTED.stream()
        .flatMap(kind ->
            manifest.kinds().stream()
                .filter(rows -> rows.kind().equals(kind.name()))
                .map(rows -> new Given(kind, rows)))
        .toList();
  }

  private void requireNew(UUID account, AccountManifest manifest) {
    boolean done =
        !jdbc.sql(
                """
                select 1 from audit_entry
                 where account_id = :account and action = 'account.imported' and detail = :id
                """)
            .param("account", account)
            .param("id", manifest.id())
            .query()
            .listOfRows()
            .isEmpty();
    if (done) {
      throw new AlreadyImported();
    }
    requireNothing(account);
  }

  private void requireNothing(UUID account) {
    for (Kind kind : Kind.IMPORTED) {
      if (kind.mustBeNew() && has(kind.table(), account)) {
        throw new BackupUnusable(
            "the account has %s already: name one that is empty, or a new one"
                .formatted(kind.name().replace('-', ' ')));
      }
    }
  }

  private boolean has(String table, UUID account) {
    return !jdbc.sql("select 1 from %s where account_id = :account limit 1".formatted(table))
        .param("account", account)
        .query()
        .listOfRows()
        .isEmpty();
  }

  /// Whoever removes bytes nobody needs holds a lock, and so sees each file's row with the file.
  private void keepFiles(AccountArchive archive, UUID account, Progress progress)
      throws IOException {
    int all = archive.hashes().size();
    var kept = kept(account);
    for (String hash : archive.hashes()) {
      if (kept.contains(hash)) {
        requireWhole(archive, hash);
      }
    }
    var hashes = archive.hashes().stream().filter(hash -> !kept.contains(hash)).toList();
    progress.at(all - hashes.size(), all);
    for (int from = 0; from < hashes.size(); from += FILES_AT_ONCE) {
      var some = hashes.subList(from, Math.min(hashes.size(), from + FILES_AT_ONCE));
      try (var batch = storage.batch()) {
        var sizes = new ArrayList<Long>();
        for (String hash : some) {
          try (var in = archive.file(hash)) {
            var stored = batch.add(in);
            if (!stored.hash().equals(hash)) {
              throw new BackupUnusable(
                  "the file is damaged: the CV %s is not what it was".formatted(hash));
            }
            sizes.add(stored.bytes());
          }
        }
        tenancy.inAccount(
            account,
            () -> {
              jdbc.sql("select pg_advisory_xact_lock_shared(:lock)::text")
                  .param("lock", Storage.REMOVAL)
                  .query()
                  .singleRow();
              name(account, some, sizes);
              try {
                batch.commit();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      progress.at(all - hashes.size() + from + some.size(), all);
    }
  }

  /// What an import that was cut off kept.
  private Set<String> kept(UUID account) {
    return Set.copyOf(
        tenancy.inAccount(
            account,
            () ->
                jdbc.sql("select hash from document where account_id = :account")
                    .param("account", account)
                    .query(String.class)
                    .list()));
  }

  private static void requireWhole(AccountArchive archive, String hash) throws IOException {
    var digest = Digests.sha256();
    try (var in = new DigestInputStream(archive.file(hash), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    if (!Digests.hex(digest).equals(hash)) {
      throw new BackupUnusable("the file is damaged: the CV %s is not what it was".formatted(hash));
    }
  }

  private void name(UUID account, List<String> hashes, List<Long> sizes) {
    jdbc.sql(
            """
            insert into document (account_id, hash, bytes, created_at)
            select :account, hash, bytes, now() from unnest(:hashes, :sizes) as f (hash, bytes)
                on conflict (account_id, hash) do update set created_at = excluded.created_at
            """)
        .param("account", account)
        .param("hashes", hashes.toArray(String[]::new))
        .param("sizes", sizes.toArray(Long[]::new))
        .update();
  }

  private void write(AccountArchive archive, List<Given> kinds, UUID account) {
    var lost = new LostFiles(account, archive.manifest(), Set.copyOf(archive.hashes()));
    lost.forgetOthers(jdbc);
    try {
      for (Given given : kinds) {
        var rows = new RowWriter(jdbc, account, given.kind(), given.rows());
        archive.each(given.rows(), line -> rows.add(lost.in(line)));
        rows.finish();
      }
      for (Given given : kinds) {
        if (given.rows().columns().contains(Kind.LATER)
            && given.kind().table().equals("application")) {
          var rows = RowWriter.later(jdbc, account, given.kind(), given.rows());
          archive.each(given.rows(), rows::add);
          rows.finish();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lost.requireNoneUnsaid(jdbc);
  }

  private void settings(UUID account, AccountManifest manifest) {
    jdbc.sql(
            """
            update account set kept_days = :days where id = :account and kept_days is null
            """)
        .param("account", account)
        .param("days", manifest.keptDays(), Types.INTEGER)
        .update();
  }

  /// This export is in the account: there is nothing to do.
  public static final class AlreadyImported extends RuntimeException {
    private static final long serialVersionUID = 1;

    AlreadyImported() {
      super("the account has this export already");
    }
  }
}
