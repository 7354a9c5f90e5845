package dev.shortlist.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts words together that were divided at the end of a line.
///
/// The rest of the word moves up to the line where it began. Whether the hyphen goes
/// (`develop-ment`) or stays (`front-end`) is decided by how the document writes the word
/// elsewhere; failing that, by whether the first part is one that English compounds begin with.
final class Hyphens {
  private static final Set<String> COMPOUND_STARTS =
      Set.of(
          ("all back best big built business client closed co cost cross cutting data day deep e end event ex"
                  + " fast feature first four front full goal hands high in large left long low mid multi"
                  + " near non object off on one open part peer post pre problem process product real"
                  + " results right role rule self semi server service short single so state step sub"
                  + " task team test third three time to top two user value well world x year zero")
              .split(" "));

  private Hyphens() {}

  static void join(List<Line> lines) {
    Set<String> words = null;
    for (int i = 0; i + 1 < lines.size(); i++) {
      var line = lines.get(i);
      var next = lines.get(i + 1);
      if (isDivided(line, next)) {
        words = words == null ? words(lines) : words;
        join(lines, i, words);
      }
    }
    lines.removeIf(line -> line.text().isEmpty());
  }

  private static boolean isDivided(Line line, Line next) {
    var text = line.text();
    int length = text.length();
    return line.block() == next.block()
        && length > 2
        && (text.charAt(length - 1) == '-' || text.charAt(length - 1) == '\u2010')
        && Character.isLetter(text.charAt(length - 2))
        && !next.text().isEmpty()
        && Character.isLowerCase(next.text().codePointAt(0));
  }

  private static void join(List<Line> lines, int index, Set<String> words) {
    var line = lines.get(index);
    var next = lines.get(index + 1);
    var text = line.text().substring(0, line.text().length() - 1);
    var start = text.substring(text.lastIndexOf(' ') + 1);
    int space = next.text().indexOf(' ');
    var rest = space < 0 ? next.text() : next.text().substring(0, space);
    var hyphen = keepsHyphen(start, letters(rest), words) ? "-" : "";
    lines.set(index, withText(line, text + hyphen + rest));
    lines.set(index + 1, withText(next, space < 0 ? "" : next.text().substring(space + 1)));
  }

  private static boolean keepsHyphen(String start, String rest, Set<String> words) {
    var first = CleanText.lower(letters(start.substring(start.lastIndexOf('-') + 1)));
    if (words.contains(first + CleanText.lower(rest))) {
      return false;
    }
    return words.contains(first + "-" + CleanText.lower(rest))
        || COMPOUND_STARTS.contains(first)
        || start.contains("/")
        || start.contains("@")
        || start.contains(".");
  }

  private static Set<String> words(List<Line> lines) {
    var words = new HashSet<String>();
    for (var line : lines) {
      for (var word : line.text().split(" ", -1)) {
        words.add(CleanText.lower(letters(word)));
      }
    }
    return words;
  }

  private static String letters(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(start, end);
  }

  private static Line withText(Line line, String text) {
    return new Line(text, line.page(), line.block(), line.box(), line.size(), line.bold());
  }
}
