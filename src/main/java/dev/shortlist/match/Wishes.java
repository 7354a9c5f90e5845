package dev.shortlist.match;

import dev.shortlist.text.VisibleText;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a CV says of work that somebody would like to do: it tells of none that was done.
final class Wishes {
  private static final String POST =
      "(?:job|position|post|opportunit(?:y|ies)|role|career|employment|internship|placement)\\b";

  /// Where a wish begins; it ends with its sentence.
  private static final Pattern WISH =
      Pattern.compile(
          "(?i)\\bI(?: am|['’]m)? (?:want(?:ing)?|wish(?:ing)?|hop(?:e|ing)|aim(?:ing)?|would like|look(?:ing)?|eager|keen) (?:to|for)\\b"
              + "|\\b(?:looking|seeking|seeks|searching|hoping|eager|aspiring)(?: to (?:find|obtain|acquire|secure))?(?: for)? (?:an? |the )?(?:[\\p{L}/-]+ ){0,5}?"
              + POST
              + "|^\\W*(?:(?:career )?objective\\W+)?(?:my (?:career )?(?:objective|goal|aim) is )?to (?:obtain|attain|acquire|secure|gain|find|work in|work as|pursue|get)(?: and secure)? (?:an? |the )?(?:[\\p{L}/-]+ ){0,6}?"
              + POST
              + "|\\bto utili[sz]e my\\b");

  /// Without one of these a line is no wish, which is seen sooner than by the pattern.
  private static final List<String> SIGNS =
      List.of(
          "job",
          "position",
          "post",
          "opportunit",
          "role",
          "career",
          "employment",
          "internship",
          "placement",
          "i want",
          "i wish",
          "i hop",
          "i aim",
          "i would",
          "i look",
          "i am",
          "i'm",
          "i’m",
          "to utili");

  private static final Pattern WISHED_TITLE =
      Pattern.compile(
          "(?i)^\\W*(?:looking|seeking|searching|aspiring|applying|willing|want(?:ing)?)\\b");

  private Wishes() {}

  /// Whether a headline says itself that it is looked for: `Looking for Weaver`.
  static boolean isWish(String headline) {
    return WISHED_TITLE.matcher(headline).lookingAt();
  }

  /// The characters of `text` that only wish; a sentence that begins as a wish is one to its end.
  static BitSet in(VisibleText text) {
    var wished = new BitSet();
    for (int i = 0; i < text.lines().size(); i++) {
      var line = text.lines().get(i).text();
      if (mayWish(line.toLowerCase(Locale.ROOT))) {
        for (var wish = WISH.matcher(line); wish.find(); ) {
          int end = line.indexOf(". ", wish.end());
          int start = text.startOf(i);
          wished.set(start + wish.start(), start + (end < 0 ? line.length() : end));
        }
      }
    }
    return wished;
  }

  private static boolean mayWish(String line) {
    for (String sign : SIGNS) {
      if (line.contains(sign)) {
        return true;
      }
    }
    return false;
  }
}
