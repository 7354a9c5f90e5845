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
    String label =
        switch (flag.kind()) {
          case KEYWORD_STUFFING -> "Keyword stuffing";
          case COPIED_JOB_DESCRIPTION -> "Copied job description";
          case THIN_EVIDENCE -> "Thin evidence";
          case OVERQUALIFIED -> "May be overqualified";
        };
    return new Heed(label, "warn", flag.detail());
  }

  static Heed of(Warning warning) {
    String label =
        switch (warning.kind()) {
          case NOT_A_CV -> "May not be a CV";
          case COVER_LETTER -> "Cover letter";
          case SEVERAL_CVS -> "Several CVs in one file";
          case OLD -> "Old CV";
          case NO_NAME -> "No name found";
          case NO_WORK_DATES -> "Work without dates";
        };
    return new Heed(label, "warn", warning.detail());
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
