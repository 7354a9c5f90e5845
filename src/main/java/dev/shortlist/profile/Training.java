package dev.shortlist.profile;

import java.util.regex.Pattern;

/// Tells lines about a training that somebody attended, which many write below their last post:
/// `Completed a three months course in weaving`. What they name was learnt and not used.
public final class Training {
  private static final String LABEL =
      "(?:(?:training|course|certification)s?(?: (?:done|attended|completed|undergone|taken))?"
          + "|(?:online|other|further) (?:training|course)s?|weiterbildung(?:en)?|fortbildung(?:en)?|schulung(?:en)?|formations?|formación|cursos?)\\s*:";

  private static final String ATTENDED =
      "(?:i )?(?:have |has )?(?:also |successfully |recently |currently )*"
          + "(?:completed|attended|underwent|undergone|undergoing|pursuing|enrolled (?:in|for)|attending)\\b"
          + "(?:(?!\\b(?:before|after|during)\\b)[^.;]){0,60}?\\b(?:training|courses?|workshops?|boot ?camp|certification)\\b(?! (?:of|for) )";

  private static final Pattern LINE =
      Pattern.compile("(?i)^\\W*(?:" + LABEL + "|" + ATTENDED + ")");

  private Training() {}

  /// Whether `line` begins so.
  public static boolean isIn(String line) {
    return LINE.matcher(line).lookingAt();
  }
}
