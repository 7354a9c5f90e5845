package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Text that lost its line breaks: in a line as long as a paragraph stand many, as a cell of a
/// table, a form on the web or a careless copy gives them.
///
/// Where a break was is told by what is left of it: wide gaps, bullets, numbers that count, labels
/// of forms. Sentences part as well, so that a quote is one of them and not all.
final class Flattened {
  private static final int PARAGRAPH = 400;

  /// No CV is as long; what is would take memory for each of its signs.
  private static final int LONGEST = 100_000;

  /// Signs of one kind from which on they part lines.
  private static final int SEVERAL = 3;

  private static final Pattern GAP = Pattern.compile("(?<![•●▪■➢✓*·-])(?<!\\b\\d{1,2}[.)]) {3,}");

  private static final Pattern BULLET = Pattern.compile(" (?=[•●▪■◆➢➤✓✔❖] ?\\S|[*·] \\S)");

  private static final Pattern NUMBER = Pattern.compile(" (?=\\d{1,2}[.)] ?\\p{Lu}\\p{Ll})");

  /// `Skill Details`, set apart from what was glued to it.
  private static final String HEADING =
      "(?:Academic|Company|Education|Employment|Personal|Project|Skill) Details\\b";

  private static final Pattern LABEL =
      Pattern.compile(
          "(?<=[\\p{Ll})]) {0,3}(?=%s)|(?<=%s) | (?=(?:company|description) - )"
                  .formatted(HEADING, HEADING)
              + "| (?=(?:Client|Description|Designation|Duration|Environment|Location|Period|Project(?: Name| Title)?|Responsibilities"
              + "|Role|Roles? (?:and|&) Responsibilities|Team Size|Technologies|Tools) ?[:–-] ?\\S)");

  /// A full stop behind no short word, which may be shortened: `Pvt. Ltd`.
  private static final Pattern SENTENCE =
      Pattern.compile("(?<=(?:\\p{Ll}{3}|\\p{Lu}{2}|[\\d)%])\\.)(?<!\\b\\d{1,2}\\.) (?=\\p{Lu})");

  private static final List<Pattern> SIGNS = List.of(GAP, BULLET, NUMBER, LABEL, SENTENCE);

  private Flattened() {}

  /// The lines that `line` was, itself alone where it is no longer than a line.
  static List<String> lines(String line) {
    boolean isFlat = line.length() > PARAGRAPH && line.length() <= LONGEST;
    return isFlat ? parted(CleanText.wellDecoded(line)) : List.of(line);
  }

  private static List<String> parted(String line) {
    var breaks = new TreeMap<Integer, Integer>();
    for (var sign : SIGNS) {
      var found = sign.matcher(line).results().toList();
      if (found.size() >= SEVERAL) {
        found.forEach(gap -> breaks.put(gap.start(), gap.end()));
      }
    }
    var lines = new ArrayList<String>();
    int start = 0;
    for (var gap : breaks.entrySet()) {
      if (gap.getKey() >= start) {
        lines.add(line.substring(start, gap.getKey()));
        start = gap.getValue();
      }
    }
    lines.add(line.substring(start));
    return lines;
  }
}
