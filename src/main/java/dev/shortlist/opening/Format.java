package dev.shortlist.opening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What kinds of file a CV may be on a page to apply on: those whose name and content agree.
public enum Format {
  PDF("%PDF", ""),
  DOCX("PK", "word/document.xml"),
  DOC("\u00d0\u00cf\u0011\u00e0", ""),
  ODT("PK", "content.xml"),
  RTF("{\\rtf", ""),
  TXT("", "");

  private static final int BEGINNING = 4096;

  private final String begins;
  private final String holds;

  /// @param begins its first bytes, in ISO 8859-1
  /// @param holds a file in it that tells, where it is an archive inside
  Format(String begins, String holds) {
    this.begins = begins;
    this.holds = holds;
  }

  /// As names end: `.pdf`.
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /// What the file is by its name, if its content does not say otherwise.
  static Optional<Format> of(String name, Path file) throws IOException {
    String ending = name.toLowerCase(Locale.ROOT).strip();
    for (var format : values()) {
      if (ending.endsWith(format.ending())) {
        return format.fits(file) ? Optional.of(format) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean fits(Path file) throws IOException {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(BEGINNING);
    }
    if (this == TXT) {
      return isText(start);
    }
    var text = new String(start, StandardCharsets.ISO_8859_1);
    // A PDF may have something before it, as readers forgive.
    boolean begun = this == PDF ? text.indexOf(begins) >= 0 : text.startsWith(begins);
    return begun && (holds.isEmpty() || holds(file));
  }

  /// From its list of contents: nothing is unpacked.
  private boolean holds(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.getEntry(holds) != null;
    } catch (ZipException broken) {
      return false;
    }
  }

  private static boolean isText(byte[] start) {
    boolean wide =
        start.length > 1
            && ((start[0] == (byte) 0xff && start[1] == (byte) 0xfe)
                || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff));
    boolean other =
        Arrays.stream(values())
            .filter(format -> !format.begins.isEmpty())
            .anyMatch(
                format -> new String(start, StandardCharsets.ISO_8859_1).startsWith(format.begins));
    for (byte one : start) {
      if (one == 0 && !wide) {
        return false;
      }
    }
    return !other;
  }
}
