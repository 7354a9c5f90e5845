package dev.shortlist.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds CVs in files, folders and ZIP archives; says of each file what becomes of it.
///
/// Folders are walked in order of names. An archive is checked from its table of contents before
/// anything is unpacked (number of files, sizes, ratio, overlap, names); its files are unpacked one
/// at a time into the scratch folder, and each is gone **as soon as the consumer returns**: who
/// wants to keep it, copies it. An archive inside an archive is refused.
public final class FileFinder {
  private static final Set<String> SYSTEM_NAMES = Set.of("thumbs.db", "desktop.ini", "__macosx");
  private static final Pattern ARCHIVE_NAME =
      Pattern.compile(".*\\.(zip|7z|rar|tar|gz|tgz|bz2|xz)", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final int LONGEST_NAME = 255;

  private final Limits limits;
  private final Path scratch;

  /// @param scratch folder for unpacked files, made when missing
  public FileFinder(Limits limits, Path scratch) {
    this.limits = limits;
    this.scratch = scratch;
  }

  /// Calls `each` for every file in `paths`, one after another.
  ///
  /// A file given is shown by its name, a file of a folder by its way from that folder:
  /// `cvs/2026/ann.pdf`.
  ///
  /// @throws UncheckedIOException if the scratch folder cannot be written
  public void find(List<Path> paths, Consumer<FoundFile> each) {
    for (var path : paths) {
      var name = path.toAbsolutePath().normalize().getFileName();
      find(name == null ? "" : name.toString(), path, each);
    }
  }

  /// Calls `each` for `file`, or for every file in it, showing it under `name`.
  ///
  /// @throws UncheckedIOException if the scratch folder cannot be written
  public void find(String name, Path file, Consumer<FoundFile> each) {
    var shown = showable(name);
    if (!Files.exists(file)) {
      each.accept(refused(shown, Reason.UNREADABLE, "it does not exist"));
    } else if (Files.isDirectory(file)) {
      folder(shown, file, each);
    } else {
      file(shown, file, each);
    }
  }

  /// Removes files that a process which was killed left in the scratch folder.
  ///
  /// @param before how old they must be, so that nobody works with them
  public void sweep(Instant before) {
    if (!Files.isDirectory(scratch)) {
      return;
    }
    try (var left = Files.newDirectoryStream(scratch, "entry*")) {
      for (var file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException e) {
      return; // its owner was quicker; the rest is for the next time
    } catch (IOException | DirectoryIteratorException e) {
      throw new UncheckedIOException(
          "the scratch folder %s cannot be swept".formatted(scratch), new IOException(e));
    }
  }

  private void folder(String shown, Path folder, Consumer<FoundFile> each) {
    var children = new ArrayList<Path>();
    try (var listing = Files.newDirectoryStream(folder)) {
      listing.forEach(children::add);
    } catch (IOException | DirectoryIteratorException e) {
      each.accept(refused(shown, Reason.UNREADABLE, "the folder cannot be opened"));
      return;
    }
    children.sort((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
    for (var child : children) {
      var name = shown + "/" + showable(child.getFileName().toString());
      if (isSystemFile(child.getFileName().toString())) {
        each.accept(new FoundFile.Ignored(name));
      } else if (Files.isDirectory(child) && Files.isSymbolicLink(child)) {
        each.accept(refused(name, Reason.UNREADABLE, "a link to a folder is not followed"));
      } else {
        find(name, child, each);
      }
    }
  }

  private void file(String shown, Path file, Consumer<FoundFile> each) {
    if (!Files.isRegularFile(file)) {
      each.accept(refused(shown, Reason.UNREADABLE, "it is not a file"));
      return;
    }
    try {
      var start = start(file);
      if (Archives.isZip(start) || shown.toLowerCase(Locale.ROOT).endsWith(".zip")) {
        zip(shown, file, each);
      } else if (Archives.isOther(start)) {
        each.accept(refused(shown, Reason.UNSUPPORTED, "an archive that is no ZIP"));
      } else {
        each.accept(checked(shown, file));
      }
    } catch (IOException e) {
      each.accept(refused(shown, Reason.UNREADABLE, "it cannot be opened"));
    }
  }

  private FoundFile checked(String shown, Path file) throws IOException {
    long bytes = Files.size(file);
    if (bytes == 0) {
      return refused(shown, Reason.EMPTY_FILE, "");
    }
    if (bytes > limits.fileBytes()) {
      return tooLarge(shown, bytes);
    }
    return new FoundFile.Readable(shown, file, bytes);
  }

  private void zip(String shown, Path file, Consumer<FoundFile> each) throws IOException {
    if (Files.size(file) == 0) {
      each.accept(refused(shown, Reason.EMPTY_FILE, ""));
      return;
    }
    try (var channel = FileChannel.open(file)) {
      var directory = new ZipDirectory(channel, limits.archiveEntries());
      if (directory.isDocument()) {
        each.accept(checked(shown, file));
      } else if (isSafe(shown, directory, each)) {
        entries(shown, channel, directory, each);
      }
    } catch (ZipDirectory.NotZip e) {
      each.accept(refused(shown, Reason.DAMAGED, "not a whole ZIP archive: " + e.getMessage()));
    } catch (ZipDirectory.TooMany e) {
      var detail =
          String.format(
              Locale.ROOT, "%s, at most %,d are unpacked", e.getMessage(), limits.archiveEntries());
      each.accept(refused(shown, Reason.UNSAFE_ARCHIVE, detail));
    }
  }

  private boolean isSafe(String shown, ZipDirectory directory, Consumer<FoundFile> each)
      throws IOException {
    long total = 0;
    boolean files = false;
    for (var entry : directory.entries()) {
      total += Math.min(entry.size(), limits.archiveBytes() + 1);
      files |= !entry.folder();
      if (total > limits.archiveBytes()) {
        var detail = "it unpacks to more than %s".formatted(megabytes(limits.archiveBytes()));
        each.accept(refused(shown, Reason.UNSAFE_ARCHIVE, detail));
        return false;
      }
    }
    if (!files) {
      each.accept(refused(shown, Reason.EMPTY_ARCHIVE, ""));
      return false;
    }
    if (directory.overlaps()) {
      each.accept(refused(shown, Reason.UNSAFE_ARCHIVE, "its files share the same bytes"));
      return false;
    }
    return true;
  }

  /// All through one file, as making and deleting one for each may take longer than reading them.
  private void entries(
      String shown, FileChannel archive, ZipDirectory directory, Consumer<FoundFile> each)
      throws IOException {
    var unpacked = scratchFile();
    try {
      for (var entry : directory.entries()) {
        if (!entry.folder()) {
          var name = shown + "/" + showable(entry.name());
          entry(name, archive, directory, entry, unpacked, each);
        }
      }
    } finally {
      Files.deleteIfExists(unpacked);
    }
  }

  private void entry(
      String shown,
      FileChannel archive,
      ZipDirectory directory,
      ZipDirectory.Entry entry,
      Path unpacked,
      Consumer<FoundFile> each)
      throws IOException {
    if (isSystemFile(entry.name())) {
      each.accept(new FoundFile.Ignored(shown));
      return;
    }
    var refusal = refusal(shown, entry);
    if (refusal != null) {
      each.accept(refusal);
      return;
    }
    try {
      Archives.unpack(archive, directory.dataStart(entry), entry, unpacked);
      each.accept(isArchive(unpacked) ? nested(shown) : checked(shown, unpacked));
    } catch (Archives.Broken e) {
      each.accept(refused(shown, Reason.DAMAGED, e.getMessage()));
    }
  }

  private FoundFile.@Nullable Refused refusal(String shown, ZipDirectory.Entry entry) {
    if (leavesFolder(entry.name()) || entry.link()) {
      return refused(shown, Reason.UNSAFE_ARCHIVE, "its name leads out of the archive");
    }
    if (ARCHIVE_NAME.matcher(entry.name()).matches()) {
      return nested(shown);
    }
    if (entry.encrypted()) {
      return refused(shown, Reason.ENCRYPTED, "packed with a password");
    }
    if (entry.size() > 1 << 20
        && entry.size() / Math.max(1, entry.packed()) > limits.archiveRatio()) {
      var detail =
          String.format(
              Locale.ROOT, "%s packed in %,d bytes", megabytes(entry.size()), entry.packed());
      return refused(shown, Reason.UNSAFE_ARCHIVE, detail);
    }
    if (entry.size() > limits.fileBytes()) {
      return tooLarge(shown, entry.size());
    }
    if (!Archives.canUnpack(entry)) {
      return refused(shown, Reason.UNSUPPORTED, "packed by method " + entry.method());
    }
    return null;
  }

  private Path scratchFile() {
    try {
      Files.createDirectories(scratch);
      return Files.createTempFile(scratch, "entry", "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to the scratch folder " + scratch, e);
    }
  }

  private boolean isArchive(Path file) throws IOException {
    var start = start(file);
    if (!Archives.isZip(start)) {
      return Archives.isOther(start);
    }
    try (var channel = FileChannel.open(file)) {
      return !new ZipDirectory(channel, limits.archiveEntries()).isDocument();
    } catch (ZipDirectory.NotZip | ZipDirectory.TooMany e) {
      return false;
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(512);
    }
  }

  private static boolean leavesFolder(String name) {
    return name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.matches("[A-Za-z]:.*")
        || name.indexOf('\0') >= 0
        || List.of(name.split("/", -1)).contains("..");
  }

  private static boolean isSystemFile(String path) {
    for (var part : path.split("/", -1)) {
      var name = part.toLowerCase(Locale.ROOT);
      boolean hidden = name.startsWith(".") && !name.equals(".") && !name.equals("..");
      if (hidden || name.startsWith("~$") || SYSTEM_NAMES.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static String showable(String name) {
    var clean = UNSHOWABLE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
  }

  private FoundFile.Refused tooLarge(String shown, long bytes) {
    var detail = "%s, the limit is %s".formatted(megabytes(bytes), megabytes(limits.fileBytes()));
    return refused(shown, Reason.TOO_LARGE, detail);
  }

  private static FoundFile.Refused refused(String shown, Reason reason, String detail) {
    return new FoundFile.Refused(shown, reason, detail);
  }

  private static FoundFile.Refused nested(String shown) {
    return refused(shown, Reason.NESTED_ARCHIVE, "");
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1048576.0);
  }
}
