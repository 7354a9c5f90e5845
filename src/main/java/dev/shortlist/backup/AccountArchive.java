package dev.shortlist.backup;

import dev.shortlist.storage.Digests;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A ZIP that says it is an exported account. Nothing of it is believed before it is looked at:
/// names, sizes, counts and checksums; and no name in it becomes a path.
final class AccountArchive implements AutoCloseable {
  private static final Pattern NAME =
      Pattern.compile("manifest\\.json|kinds/[a-z-]{1,40}\\.jsonl|files/[0-9a-f]{64}");
  private static final int LARGEST_MANIFEST = 64 << 20;
  private static final int LONGEST_LINE = 256 << 20;

  /// Unpacked to packed size of rows; CVs are not packed.
  private static final int RATIO = 250;

  private static final int SMALL = 1 << 20;

  private final ZipFile zip;
  private final AccountManifest manifest;

  /// @throws BackupUnusable if it is no export this program reads
  /// @throws IOException if it cannot be read
  AccountArchive(Path file) throws IOException {
    this.zip = opened(file);
    try {
      requireHonest();
      this.manifest = read();
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  AccountManifest manifest() {
    return manifest;
  }

  /// The CVs, by the hash of their content.
  List<String> hashes() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith("files/"))
        .map(name -> name.substring("files/".length()))
        .toList();
  }

  /// The bytes of a CV, whose hash is to be checked by whoever reads them.
  InputStream file(String hash) throws IOException {
    return new Bounded(zip.getInputStream(entry("files/" + hash)), entry("files/" + hash));
  }

  /// Gives each row of a kind, as it stands there, and then looks whether it was all.
  void each(AccountManifest.Rows rows, Consumer<String> use) throws IOException {
    var entry = entry("kinds/%s.jsonl".formatted(rows.kind()));
    if (entry.getSize() != rows.bytes()) {
      throw damaged(entry);
    }
    var digest = Digests.sha256();
    long count = 0;
    try (var in =
        new BufferedInputStream(
            new DigestInputStream(new Bounded(zip.getInputStream(entry), entry), digest),
            1 << 16)) {
      var line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          requireShort(line, entry);
          continue;
        }
        use.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
        count++;
      }
      if (line.size() > 0) {
        throw damaged(entry);
      }
    }
    if (count != rows.rows() || !Digests.hex(digest).equals(rows.sha256())) {
      throw damaged(entry);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static ZipFile opened(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new BackupUnusable(
          "%s is no whole ZIP: export the account again".formatted(file.getFileName()), e);
    }
  }

  private void requireHonest() {
    var names = new HashSet<String>();
    zip.stream()
        .forEach(entry -> {
          if (!NAME.matcher(entry.getName()).matches()) {
            throw refused(entry, "has a name no export has");
          }
          if (!names.add(entry.getName())) {
            throw refused(entry, "is there twice");
          }
          long most = Math.max(SMALL, entry.getCompressedSize() * RATIO);
          if (entry.getSize() < 0 || entry.getSize() > most) {
            throw refused(
                entry,
                "would unpack from %,d to %,d bytes"
                    .formatted(entry.getCompressedSize(), entry.getSize()));
          }
        });
  }

  private AccountManifest read() throws IOException {
    var entry = zip.getEntry(AccountManifest.ENTRY);
    if (entry == null || entry.getSize() > LARGEST_MANIFEST) {
      throw new BackupUnusable(
          "the file was not written by 'shortlist account export', or not to its end");
    }
    try (var in = new Bounded(zip.getInputStream(entry), entry)) {
      var tree = JsonMapper.shared().readTree(in);
      int format = tree.path("format").asInt(0);
      if (format != AccountManifest.FORMAT) {
        throw new BackupUnusable(
            "the file is of format %d and this program reads format %d: import it with the version that exported it, or a newer one"
                .formatted(format, AccountManifest.FORMAT));
      }
      var found = JsonMapper.shared().treeToValue(tree, AccountManifest.class);
      if (found.files() != hashes().size()) {
        throw new BackupUnusable(
            "the file is damaged: it has %,d of %,d CVs".formatted(hashes().size(), found.files()));
      }
      return found;
    } catch (JacksonException | NullPointerException e) {
      throw new BackupUnusable("the file is damaged: its manifest cannot be read", e);
    }
  }

  private ZipEntry entry(String name) {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new BackupUnusable("the file is damaged: %s is missing".formatted(name));
    }
    return entry;
  }

  private static void requireShort(ByteArrayOutputStream line, ZipEntry entry) {
    if (line.size() > LONGEST_LINE) {
      throw refused(entry, "has a row of more than %,d bytes".formatted(LONGEST_LINE));
    }
  }

  private static BackupUnusable damaged(ZipEntry entry) {
    return new BackupUnusable(
        "the file is damaged: %s is not what it was when it was exported"
            .formatted(entry.getName()));
  }

  private static BackupUnusable refused(ZipEntry entry, String why) {
    var name = entry.getName().replaceAll("\\p{Cntrl}", "?");
    return new BackupUnusable(
        "the file was changed: its entry \"%s\" %s"
            .formatted(name.substring(0, Math.min(100, name.length())), why));
  }

  /// Gives no more bytes than the directory says there are.
  private static final class Bounded extends FilterInputStream {
    private final ZipEntry entry;
    private long left;

    Bounded(InputStream in, ZipEntry entry) {
      super(in);
      this.entry = entry;
      this.left = entry.getSize();
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) {
        counted(1);
      }
      return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      return read < 0 ? read : counted(read);
    }

    private int counted(int read) {
      left -= read;
      if (left < 0) {
        throw refused(entry, "is larger than it says");
      }
      return read;
    }
  }
}
