package dev.shortlist.dialect.bulkscreen;

import dev.shortlist.dialect.Refusal;
import dev.shortlist.intake.Upload;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What this dialect refuses at once: no ZIP, or one in which no file is called like a CV.
final class Zips {
  private static final Set<String> CV_TYPES =
      Set.of("pdf", "docx", "doc", "odt", "rtf", "html", "htm", "md", "txt");

  private Zips() {}

  static void require(Upload upload) throws IOException {
    try (var zip = new ZipFile(upload.file().toFile())) {
      boolean some = zip.stream().anyMatch(entry -> !entry.isDirectory() && isCv(entry.getName()));
      if (!some) {
        throw Refusal.badRequest("No PDF files found in ZIP");
      }
    } catch (ZipException _) {
      throw Refusal.badRequest("Invalid ZIP file");
    }
  }

  private static boolean isCv(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot > 0 && CV_TYPES.contains(file.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
