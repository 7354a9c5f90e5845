package dev.shortlist.backup;

import dev.shortlist.database.Database;
import dev.shortlist.storage.Digests;
import dev.shortlist.storage.Storage;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Exports the database and the stored files to one ZIP, and imports it into an empty installation.
///
/// All tables are of one moment. What is imported is checked against counts and hashes before it
/// counts; if anything is wrong, the database stays as it was.
public final class Backup {
  /// What a fresh installation has already.
  private static final Set<String> OF_EVERY_INSTALLATION = Set.of("account", "node", "task_sys");

  private final Database database;
  private final Storage storage;

  public Backup(Database database, Storage storage) {
    this.database = database;
    this.storage = storage;
  }

  /// What was moved.
  ///
  /// @param missing files the database knows and the store has lost
  public record Moved(int tables, long rows, int files, int missing) {
    static Moved of(Manifest manifest) {
      return new Moved(
          manifest.tables().size(),
          manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
          manifest.files(),
          manifest.missing().size());
    }
  }

  /// Writes everything to `file`, which gets its name when it is whole.
  ///
  /// @throws BackupUnusable if it cannot be read or written
  public Moved exportTo(Path file) {
    Path unfinished = Path.of(file + ".unfinished");
    try (var connection = database.connectAsOwner()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Manifest manifest;
      try (var zip =
          new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
        manifest = write(new Schema(connection), zip);
      }
      connection.rollback(); // the fence was down for this transaction only
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return Moved.of(manifest);
    } catch (NoSuchFileException e) {
      throw new BackupUnusable(
          "it cannot be exported to %s: there is no such folder".formatted(file), e);
    } catch (AccessDeniedException e) {
      throw new BackupUnusable(
          "it cannot be exported to %s: the folder may not be written to".formatted(file), e);
    } catch (SQLException | IOException e) {
      throw new BackupUnusable("it cannot be exported to %s: %s".formatted(file, e), e);
    }
  }

  /// Reads `file` into the database and the store.
  ///
  /// @throws BackupUnusable if the file is not whole or of another version, or if there is
  ///   something in the database already
  public Moved importFrom(Path file) {
    try (var connection = database.connectAsOwner();
        var zip = new ZipFile(file.toFile())) {
      connection.setAutoCommit(false);
      var schema = new Schema(connection);
      var manifest = manifest(zip);
      requireFitting(schema, manifest);
      requireWhole(zip, manifest);
      schema.lowerFence();
      requireEmpty(schema);
      readFiles(zip, manifest);
      readTables(schema, zip, manifest);
      connection.commit();
      return Moved.of(manifest);
    } catch (SQLException e) {
      throw BackupUnusable.refused(file, e);
    } catch (IOException e) {
      throw BackupUnusable.unreadable(file, e);
    }
  }

  private Manifest write(Schema schema, ZipOutputStream zip) throws SQLException, IOException {
    schema.lowerFence();
    var tables = new ArrayList<Manifest.Table>();
    for (String table : schema.tables()) {
      tables.add(write(schema, table, zip));
    }
    var missing = new ArrayList<String>();
    int files = 0;
    for (String hash : schema.strings("select distinct hash from document order by hash")) {
      if (write(hash, zip)) {
        files++;
      } else {
        missing.add(hash);
      }
    }
    var manifest =
        new Manifest(Manifest.FORMAT, schema.version(), tables, schema.sequences(), files, missing);
    zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
    zip.write(
        JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(manifest)
            .getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    return manifest;
  }

  private static Manifest.Table write(Schema schema, String table, ZipOutputStream zip)
      throws SQLException, IOException {
    var columns = schema.columns(table);
    var digest = Digests.sha256();
    zip.putNextEntry(new ZipEntry(new Manifest.Table(table, columns, 0, "").entry()));
    long rows =
        copier(schema)
            .copyOut(
                "copy (select %s from %s) to stdout".formatted(list(columns), Schema.quoted(table)),
                new DigestOutputStream(new Kept(zip), digest));
    zip.closeEntry();
    return new Manifest.Table(table, columns, rows, Digests.hex(digest));
  }

  /// False if the store has lost the file.
  private boolean write(String hash, ZipOutputStream zip) throws IOException {
    try (var file = storage.open(hash)) {
      zip.putNextEntry(new ZipEntry("files/" + hash));
      file.transferTo(zip);
      zip.closeEntry();
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException {
    var entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw new BackupUnusable(
          "%s was not written by 'shortlist db export', or not to its end"
              .formatted(zip.getName()));
    }
    try (var in = zip.getInputStream(entry)) {
      return JsonMapper.shared().readValue(in, Manifest.class);
    } catch (JacksonException e) {
      throw BackupUnusable.damaged("its manifest cannot be read", e);
    }
  }

  /// Looks at every row before the database does, which would quote those it cannot take.
  private static void requireWhole(ZipFile zip, Manifest manifest) throws IOException {
    for (Manifest.Table table : manifest.tables()) {
      var digest = Digests.sha256();
      try (var in = new DigestInputStream(entry(zip, table.entry()), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      if (!Digests.hex(digest).equals(table.sha256())) {
        throw BackupUnusable.damaged(
            "the rows of %s are not what they were".formatted(table.name()), null);
      }
    }
  }

  private static void requireFitting(Schema schema, Manifest manifest) throws SQLException {
    if (manifest.format() != Manifest.FORMAT || !manifest.schema().equals(schema.version())) {
      throw new BackupUnusable(
          "the file is of version %s and this program of version %s: import it with the version that exported it, then upgrade"
              .formatted(manifest.schema(), schema.version()));
    }
  }

  private static void requireEmpty(Schema schema) throws SQLException {
    for (String table : schema.tables()) {
      boolean used =
          table.equals("account")
              ? schema.strings("select id from account offset 1 limit 1").size() == 1
              : !OF_EVERY_INSTALLATION.contains(table) && !schema.isEmpty(table);
      if (used) {
        throw new BackupUnusable(
            "the database has rows in %s already: import into an empty one".formatted(table));
      }
    }
  }

  /// Files are kept by their content, so one that changed has another name.
  private void readFiles(ZipFile zip, Manifest manifest) throws IOException {
    int files = 0;
    try (var batch = storage.batch()) {
      for (var entry : zip.stream().filter(one -> one.getName().startsWith("files/")).toList()) {
        try (var in = zip.getInputStream(entry)) {
          var stored = batch.add(in);
          if (!entry.getName().equals("files/" + stored.hash())) {
            throw BackupUnusable.damaged("%s is not what it was".formatted(entry.getName()), null);
          }
        }
        files++;
        if (batch.size() == 1000) {
          batch.commit();
        }
      }
      batch.commit();
    }
    if (files != manifest.files()) {
      throw BackupUnusable.damaged(
          "it has %d of %d stored files".formatted(files, manifest.files()), null);
    }
  }

  private static void readTables(Schema schema, ZipFile zip, Manifest manifest)
      throws SQLException, IOException {
    var tables = schema.tables();
    var known = manifest.tables().stream().map(Manifest.Table::name).toList();
    if (!known.equals(tables)) {
      throw new BackupUnusable("the file has other tables than this database");
    }
    var references = schema.takeReferences();
    schema.stopTriggers(); // rows come as they were
    for (String table : tables) {
      if (OF_EVERY_INSTALLATION.contains(table)) {
        schema.execute("delete from " + Schema.quoted(table));
      }
    }
    for (Manifest.Table table : manifest.tables()) {
      read(schema, zip, table);
    }
    for (var sequence : manifest.sequences().entrySet()) {
      schema.strings(
          "select setval(oid::regclass, %d) from pg_class where relkind = 'S' and relname = '%s'"
              .formatted(sequence.getValue(), sequence.getKey().replace("'", "''")));
    }
    schema.startTriggers();
    schema.giveReferences(references);
    schema.raiseFence();
  }

  private static void read(Schema schema, ZipFile zip, Manifest.Table table)
      throws SQLException, IOException {
    if (!schema.columns(table.name()).equals(table.columns())) {
      throw new BackupUnusable(
          "the file has other columns of %s than this database".formatted(table.name()));
    }
    long rows;
    try (var in = entry(zip, table.entry())) {
      rows =
          copier(schema)
              .copyIn(
                  "copy %s (%s) from stdin"
                      .formatted(Schema.quoted(table.name()), list(table.columns())),
                  in);
    }
    if (rows != table.rows()) {
      throw BackupUnusable.damaged(
          "%s has %d rows and should have %d".formatted(table.name(), rows, table.rows()), null);
    }
  }

  private static InputStream entry(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw BackupUnusable.damaged("%s is missing".formatted(name), null);
    }
    return zip.getInputStream(entry);
  }

  private static CopyManager copier(Schema schema) throws SQLException {
    return schema.connection().unwrap(PGConnection.class).getCopyAPI();
  }

  private static String list(List<String> columns) {
    return columns.stream().map(Schema::quoted).collect(Collectors.joining(", "));
  }

  /// Stays open when the copying is over: more entries follow.
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
