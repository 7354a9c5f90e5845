package dev.shortlist.web;

import dev.shortlist.match.Match;
import dev.shortlist.profile.Warning;
import dev.shortlist.text.Notice;

/// Something a recruiter should look at, in words. It never changes a score by itself.
///
/// @param tone style: `poor` for an attempt to deceive, else `warn`
/// @param detail what makes it checkable; may be empty
record Heed(String label, String tone, String detail) {

  static Heed of(Match.Flag flag) {
    return new Heed(Words.mark(flag.kind().name()), "warn", flag.detail());
  }

  static Heed of(Warning warning) {
    return new Heed(Words.mark(warning.kind().name()), "warn", warning.detail());
  }

  /// Without the place where it was noticed.
  static Heed of(Notice.Kind kind) {
    boolean deceives = kind == Notice.Kind.HIDDEN_TEXT || kind == Notice.Kind.INSTRUCTIONS;
    return new Heed(Words.mark(kind.name()), deceives ? "poor" : "warn", "");
  }

  static Heed of(Notice notice) {
    String page = "page " + notice.page();
    return switch (notice.kind()) {
      case HIDDEN_TEXT ->
          new Heed(
              "Hidden text",
              "poor",
              "Words nobody can see stand on %s. They count for nothing: %s"
                  .formatted(page, notice.detail()));
      case INVISIBLE_CHARACTERS ->
          new Heed(
              "Invisible characters",
              "warn",
              "Left out on %s. %s".formatted(page, notice.detail()));
      case INSTRUCTIONS ->
          new Heed(
              "Orders to a machine",
              "poor",
              "Text on %s speaks to a machine. Nobody obeys it here: %s"
                  .formatted(page, notice.detail()));
      case JOB_DESCRIPTION ->
          new Heed(
              "Job description inside",
              "warn",
              "Text on %s reads like a job description: %s".formatted(page, notice.detail()));
      case WRONG_EXTENSION -> new Heed("Wrong file ending", "warn", notice.detail());
      case DAMAGED -> new Heed("Damaged file", "warn", notice.detail());
      case PAGES_WITHOUT_TEXT -> new Heed("Pages without text", "warn", notice.detail());
      case RECOGNIZED -> new Heed("Read from a scan", "warn", notice.detail());
      case CUT -> new Heed("Read in part", "warn", notice.detail());
    };
  }
}
