package dev.shortlist.backup;

import dev.shortlist.storage.Digests;
import dev.shortlist.storage.Storage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes one account to a ZIP: its rows as JSON Lines, its CVs by the hash of their content, and a
/// manifest with counts and checksums. Secrets stay behind.
///
/// All rows are of one moment, read behind the fence of the account; neither rows nor files are
/// held in memory.
public final class AccountExport {
  private static final int AT_ONCE = 200;

  private final DataSource database;
  private final Storage storage;
  private final Clock clock;

  /// Each holds a connection for as long as somebody takes to read.
  private final Semaphore turns = new Semaphore(2);

  /// @param database connections in the role the program works in
  public AccountExport(DataSource database, Storage storage, Clock clock) {
    this.database = database;
    this.storage = storage;
    this.clock = clock;
  }

  /// Writes to `file`, which gets its name when it is whole.
  ///
  /// @throws BackupUnusable if it cannot be read or written
  public Backup.Moved exportTo(UUID account, Path file) {
    Path unfinished = Path.of(file + ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        var moved = writeTo(account, out);
        out.flush();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return moved;
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (SQLException | IOException e) {
      throw new BackupUnusable("it cannot be exported to %s: %s".formatted(file, e), e);
    }
  }

  /// Writes to `out`, which stays open. Without its last entry, the manifest, an export is not
  /// whole, and no import takes it.
  ///
  /// @throws IOException if a CV cannot be read or nobody reads what is written
  /// @throws Busy if two are being written by this process
  public Backup.Moved writeTo(UUID account, OutputStream out) throws SQLException, IOException {
    if (!turns.tryAcquire()) {
      throw new Busy();
    }
    try {
      return written(account, out);
    } finally {
      turns.release();
    }
  }

  private Backup.Moved written(UUID account, OutputStream out) throws SQLException, IOException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        enter(connection, account);
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        var manifest = write(connection, account, zip);
        zip.finish();
        return new Backup.Moved(
            manifest.kinds().size(), manifest.rows(), manifest.files(), manifest.missing().size());
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void enter(Connection connection, UUID account) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select set_config('app.account', ?, true),
                   set_config('idle_in_transaction_session_timeout', '10min', true)
            """)) { // a slow reader is waited for
      statement.setString(1, account.toString());
      statement.execute();
    }
  }

  private AccountManifest write(Connection connection, UUID account, ZipOutputStream zip)
      throws SQLException, IOException {
    var schema = new Schema(connection);
    var kinds = new ArrayList<AccountManifest.Rows>();
    for (var all : List.of(Kind.IMPORTED, Kind.RECORDS)) {
      for (Kind kind : all) {
        kinds.add(rows(schema, kind, account, zip));
      }
    }
    var missing = new ArrayList<String>();
    int files = files(connection, account, zip, missing);
    var about = about(connection, account);
    var manifest =
        new AccountManifest(
            AccountManifest.FORMAT,
            UUID.randomUUID().toString(),
            clock.instant(),
            about.name(),
            about.keptDays(),
            kinds,
            files,
            missing);
    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    zip.putNextEntry(new ZipEntry(AccountManifest.ENTRY));
    zip.write(
        JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(manifest)
            .getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    return manifest;
  }

  private static AccountManifest.Rows rows(
      Schema schema, Kind kind, UUID account, ZipOutputStream zip)
      throws SQLException, IOException {
    var columns =
        schema.columns(kind.table()).stream()
            .filter(column -> !column.equals("account_id") && !kind.withheld().contains(column))
            .toList();
    zip.putNextEntry(new ZipEntry(kind.entry()));
    var digest = Digests.sha256();
    long bytes = 0;
    long count = 0;
    try (var statement = query(schema.connection(), sql(kind, columns), account);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var line = line(rows.getString(1));
        digest.update(line);
        zip.write(line);
        bytes += line.length;
        count++;
      }
    }
    zip.closeEntry();
    return new AccountManifest.Rows(kind.name(), columns, count, bytes, Digests.hex(digest));
  }

  /// JSON as it is stored may be laid out over lines; within its strings a line never ends.
  private static byte[] line(String json) {
    return (json.replace('\n', ' ').replace('\r', ' ') + '\n').getBytes(StandardCharsets.UTF_8);
  }

  private static String sql(Kind kind, List<String> columns) {
    return "select row_to_json(r) from (select %s from %s where account_id = ? and %s order by %s) r"
        .formatted(
            columns.stream().map(Schema::quoted).collect(Collectors.joining(", ")),
            Schema.quoted(kind.table()),
            kind.condition(),
            Schema.quoted(columns.contains("id") ? "id" : columns.getFirst()));
  }

  /// Rows come some at a time.
  private static PreparedStatement query(Connection connection, String sql, UUID account)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setFetchSize(AT_ONCE);
    statement.setObject(1, account);
    return statement;
  }

  private int files(Connection connection, UUID account, ZipOutputStream zip, List<String> missing)
      throws SQLException, IOException {
    // CVs are packed already; and so nothing in an export is larger than it looks.
    zip.setLevel(Deflater.NO_COMPRESSION);
    int files = 0;
    try (var statement =
            query(
                connection,
                "select hash from document where account_id = ? order by hash",
                account);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var hash = rows.getString(1);
        try (var file = storage.open(hash)) {
          zip.putNextEntry(new ZipEntry("files/" + hash));
          file.transferTo(zip);
          zip.closeEntry();
          files++;
        } catch (NoSuchFileException e) {
          missing.add(hash);
        }
      }
    }
    return files;
  }

  private static About about(Connection connection, UUID account) throws SQLException {
    try (var statement =
            query(connection, "select name, kept_days from account where id = ?", account);
        var rows = statement.executeQuery()) {
      rows.next();
      return new About(rows.getString(1), rows.getObject(2, Integer.class));
    }
  }

  /// Others are being written: a while later there is room.
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    Busy() {
      super("two exports are being written: try again when they are done");
    }
  }

  private record About(String name, @Nullable Integer keptDays) {}
}
