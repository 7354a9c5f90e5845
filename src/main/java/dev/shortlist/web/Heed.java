package dev.shortlist.web;

import dev.shortlist.match.Match;
import dev.shortlist.profile.Warning;
import dev.shortlist.text.Notice;
import java.util.function.UnaryOperator;

/// Something a recruiter should look at, in words. It never changes a score by itself.
///
/// @param tone style: `poor` for an attempt to deceive, else `warn`
/// @param detail what makes it checkable; may be empty
record Heed(String label, String tone, String detail) {

  /// With the details as they may be seen.
  Heed seen(UnaryOperator<String> words) {
    return new Heed(label, tone, words.apply(detail));
  }

  static Heed of(Match.Flag flag) {
    return new Heed(Words.mark(flag.kind().name()), "warn", Texts.core(flag.detail()));
  }

  static Heed of(Warning warning) {
    return new Heed(Words.mark(warning.kind().name()), "warn", Texts.core(warning.detail()));
  }

  /// Without the place where it was noticed.
  static Heed of(Notice.Kind kind) {
    boolean deceives = kind == Notice.Kind.HIDDEN_TEXT || kind == Notice.Kind.INSTRUCTIONS;
    return new Heed(Words.mark(kind.name()), deceives ? "poor" : "warn", "");
  }

  static Heed of(Notice notice) {
    var heed = of(notice.kind());
    return new Heed(heed.label(), heed.tone(), detail(notice));
  }

  private static String detail(Notice notice) {
    return switch (notice.kind()) {
      case HIDDEN_TEXT, INVISIBLE_CHARACTERS, INSTRUCTIONS, JOB_DESCRIPTION ->
          Texts.say(
              "words.notice." + notice.kind().name(), notice.page(), Texts.core(notice.detail()));
      case WRONG_EXTENSION, DAMAGED, PAGES_WITHOUT_TEXT, RECOGNIZED, CUT ->
          Texts.core(notice.detail());
    };
  }
}
