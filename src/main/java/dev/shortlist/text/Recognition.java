package dev.shortlist.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How pages that are pictures are read: by Tesseract's own program, where it is installed.
///
/// @param enabled false to send such files to the review tray even where it is installed
/// @param program absent to look for `tesseract` where programs are
/// @param languages names of Tesseract's models, such as `eng` or `chi_sim`; empty for those
///   installed, four at most
/// @param pages pages of one file that are recognised; the rest is left out with a notice
/// @param time wall time for all such pages of one file, on top of [Limits#time()]; a file that
///   takes longer is unreadable, as a part of it would depend on how busy the machine is
/// @param confidence least mean certainty of a page's words, 0 to 100; below it the page counts as
///   unreadable
public record Recognition(
    boolean enabled,
    @Nullable Path program,
    List<String> languages,
    int pages,
    Duration time,
    int confidence) {
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z][A-Za-z0-9_/]{1,40}");

  public Recognition {
    languages = List.copyOf(languages);
    for (var language : languages) {
      if (!LANGUAGE.matcher(language).matches()) {
        throw new IllegalArgumentException(
            "a language for text recognition is written like eng or chi_sim: " + language);
      }
    }
    if (pages < 1 || time.toMillis() < 1 || confidence < 0 || confidence > 100) {
      throw new IllegalArgumentException(
          "text recognition needs pages, time and a confidence of 0 to 100: %d, %s, %d"
              .formatted(pages, time, confidence));
    }
  }

  /// Pictures stay pictures.
  public static Recognition none() {
    return new Recognition(false, null, List.of(), 1, Duration.ofSeconds(1), 0);
  }

  /// Where installed, with the languages installed: 10 pages and 75 s a file, a confidence of 60.
  public static Recognition standard() {
    return new Recognition(true, null, List.of(), 10, Duration.ofSeconds(75), 60);
  }
}
