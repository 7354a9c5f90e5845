package dev.shortlist.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// What a file is, told from its bytes.
///
/// @param extension end of the file's name without dot, lower case, empty when it has none
record Content(FileType type, String extension) {
  private static final Map<FileType, Set<String>> EXTENSIONS =
      Map.of(
          FileType.PDF, Set.of("pdf"),
          FileType.DOCX, Set.of("docx", "docm", "dotx"),
          FileType.DOC, Set.of("doc", "dot"),
          FileType.ODT, Set.of("odt", "ott"),
          FileType.RTF, Set.of("rtf", "doc"),
          FileType.HTML, Set.of("html", "htm", "xhtml", "doc"),
          FileType.MARKDOWN, Set.of("md", "markdown"),
          FileType.JSON_RESUME, Set.of("json"),
          FileType.TEXT, Set.of("txt", "text", "md", "markdown", "asc", "log", "csv", "tex"),
          FileType.PICTURE, Set.of("png", "jpg", "jpeg", "jpe", "jfif", "tif", "tiff"));
  private static final List<String> PICTURES =
      List.of("\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff", "II*\0", "MM\0*");
  private static final Pattern HTML_START =
      Pattern.compile(
          "\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body|meta|table|div|p|h1)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final int FEWEST_WORDS = 12;
  private static final int HEAD = 4096;

  /// @throws Unreadable if it is of no type that can be read
  static Content of(byte[] bytes, String name) throws IOException {
    int dot = name.lastIndexOf('.');
    var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return new Content(type(bytes, extension), extension);
  }

  boolean extensionWrong() {
    return !extension.isEmpty()
        && extension.length() <= 5
        && !EXTENSIONS.getOrDefault(type, Set.of()).contains(extension);
  }

  private static FileType type(byte[] bytes, String extension) throws IOException {
    var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    if (head.indexOf("%PDF-") >= 0 && head.indexOf("%PDF-") < 1100) {
      return FileType.PDF;
    }
    if (Archives.isZip(bytes)) {
      return office(bytes, extension);
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return oldOffice(bytes);
    }
    if (head.startsWith("{\\rtf")) {
      return FileType.RTF;
    }
    if (PICTURES.stream().anyMatch(head::startsWith)) {
      return FileType.PICTURE;
    }
    if (Archives.isOther(bytes)) {
      throw new Unreadable(Reason.NESTED_ARCHIVE, "");
    }
    return text(bytes, head, extension);
  }

  private static FileType office(byte[] bytes, String extension) throws IOException {
    var parts = new Parts(bytes);
    if (parts.has("word/document.xml")
        || parts.names().anyMatch(n -> n.endsWith("document.xml") && n.startsWith("word/"))) {
      return FileType.DOCX;
    }
    if (parts.has("mimetype") && parts.has("content.xml")) {
      var kind = new String(parts.bytes("mimetype"), StandardCharsets.ISO_8859_1).strip();
      if (kind.startsWith("application/vnd.oasis.opendocument.text")) {
        return FileType.ODT;
      }
      throw new Unreadable(Reason.UNSUPPORTED, "an OpenDocument file that is no text");
    }
    if (parts.has("[Content_Types].xml")) {
      throw new Unreadable(Reason.UNSUPPORTED, "an Office file that is no Word document");
    }
    if (extension.equals("pages")) {
      throw new Unreadable(Reason.UNSUPPORTED, "a file of Apple Pages, which exports PDF and Word");
    }
    throw new Unreadable(Reason.NESTED_ARCHIVE, "");
  }

  private static FileType oldOffice(byte[] bytes) throws IOException {
    try (var files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
        throw new Unreadable(Reason.ENCRYPTED, "");
      }
      if (files.getRoot().hasEntryCaseInsensitive("WordDocument")) {
        return FileType.DOC;
      }
      if (files.getRoot().hasEntryCaseInsensitive("__properties_version1.0")) {
        throw new Unreadable(
            Reason.UNSUPPORTED, "a message of Outlook: save the file that is attached to it");
      }
    }
    throw new Unreadable(Reason.UNSUPPORTED, "an old Office file that is no Word document");
  }

  private static FileType text(byte[] bytes, String head, String extension) throws Unreadable {
    if (Charsets.isBinary(bytes)) {
      boolean said = extension.equals("pdf") || extension.equals("docx") || extension.equals("doc");
      throw said
          ? new Unreadable(Reason.DAMAGED, "it does not start like a " + extension)
          : new Unreadable(Reason.UNSUPPORTED, "");
    }
    boolean said = extension.equals("html") || extension.equals("htm") || extension.equals("xhtml");
    if (said || HTML_START.matcher(Charsets.decode(bytes, HEAD)).matches()) {
      return FileType.HTML;
    }
    if (JsonResumeReader.begins(Charsets.decode(bytes, HEAD))) {
      return FileType.JSON_RESUME;
    }
    boolean markdown = extension.equals("md") || extension.equals("markdown");
    if (markdown && !head.isEmpty()) {
      return FileType.MARKDOWN;
    }
    requireWords(Charsets.decode(bytes, HEAD), extension);
    return FileType.TEXT;
  }

  /// A CV saved under a wrong name is read all the same; a few words under the name of another type
  /// are what is left of a broken file.
  private static void requireWords(String text, String extension) throws Unreadable {
    boolean named = new Content(FileType.TEXT, extension).extensionWrong();
    long words = text.isBlank() ? 0 : WORD.matcher(text).results().limit(FEWEST_WORDS).count();
    if (named && !text.isBlank() && words < FEWEST_WORDS) {
      boolean known = EXTENSIONS.values().stream().anyMatch(some -> some.contains(extension));
      throw known
          ? new Unreadable(Reason.DAMAGED, "it does not start like a " + extension)
          : new Unreadable(Reason.UNSUPPORTED, "");
    }
  }
}
