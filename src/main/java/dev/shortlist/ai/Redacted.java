package dev.shortlist.ai;

import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A CV's visible text without what a model need not know, which still knows where its words stand
/// in the CV.
final class Redacted {
  private static final int LEFT_OUT = -1;
  private static final int SHORTEST_QUOTE = 2;
  private static final int LONGEST_QUOTE = 500;
  private static final Pattern MARK = Pattern.compile("^\\[(?:post|course|language) \\d+] ?");

  private final VisibleText visible;
  private final String text;
  private final Squeezed squeezed;

  /// @param cuts what is left out, in any order; they may overlap
  Redacted(VisibleText visible, List<Cut> cuts) {
    this.visible = visible;
    var written = new StringBuilder();
    var origins = new ArrayList<Integer>();
    int at = 0;
    for (var cut : cuts.stream().sorted().toList()) {
      if (cut.end() > at || (cut.isMark() && cut.start() == at)) {
        copy(visible.text(), at, Math.max(at, cut.start()), written, origins);
        if (cut.start() >= at) {
          written.append(cut.instead());
          cut.instead().chars().forEach(_ -> origins.add(LEFT_OUT));
        }
        at = cut.end();
      }
    }
    copy(visible.text(), at, visible.text().length(), written, origins);
    this.text = written.toString();
    this.squeezed = Squeezed.of(text, origins.stream().mapToInt(Integer::intValue).toArray());
  }

  String text() {
    return text;
  }

  /// Where the words of `quote` stand one after another in the CV, whatever the white space; the
  /// first such place. Empty when they do not, when a part of a word is quoted, or when it is too
  /// short or too long to show anything.
  Optional<Passage> find(String quote) {
    return find(quote, 0, visible.text().length());
  }

  /// As [#find(String)], the first place within `entry`. A mark the quote begins with is none of
  /// its words.
  Optional<Passage> find(String quote, Passage entry) {
    return find(MARK.matcher(quote.strip()).replaceFirst(""), entry.start(), entry.end());
  }

  private Optional<Passage> find(String quote, int from, int to) {
    String words = Squeezed.of(quote, new int[quote.length()]).text().strip();
    long letters = words.codePoints().filter(Character::isLetterOrDigit).count();
    if (letters < SHORTEST_QUOTE || words.length() > LONGEST_QUOTE) {
      return Optional.empty();
    }
    int at = squeezed.text().indexOf(words);
    while (at >= 0) {
      if (isWhole(at, at + words.length())) {
        var found = passage(at, at + words.length());
        if (found.start() >= from && found.end() <= to) {
          return Optional.of(found);
        }
      }
      at = squeezed.text().indexOf(words, at + 1);
    }
    return Optional.empty();
  }

  private boolean isWhole(int start, int end) {
    String all = squeezed.text();
    boolean cutBefore = start > 0 && isInWord(all, start - 1) && isInWord(all, start);
    boolean cutAfter = end < all.length() && isInWord(all, end - 1) && isInWord(all, end);
    boolean holdsCut =
        Arrays.stream(squeezed.origins(), start, end).anyMatch(origin -> origin == LEFT_OUT);
    return !cutBefore && !cutAfter && !holdsCut;
  }

  private static boolean isInWord(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at));
  }

  private Passage passage(int start, int end) {
    return visible.passage(squeezed.origins()[start], squeezed.origins()[end - 1] + 1);
  }

  private static void copy(
      String from, int start, int end, StringBuilder written, List<Integer> origins) {
    written.append(from, start, end);
    for (int i = start; i < end; i++) {
      origins.add(i);
    }
  }

  /// Characters from `start` up to `end` that are left out, and what is written instead.
  record Cut(int start, int end, String instead) implements Comparable<Cut> {
    /// Whether nothing is left out here, and something is written.
    boolean isMark() {
      return start == end;
    }

    /// Marks come first, then longer ones.
    @Override
    public int compareTo(Cut other) {
      return Comparator.comparingInt(Cut::start)
          .thenComparing(Cut::isMark, Comparator.reverseOrder())
          .thenComparing(Cut::end, Comparator.reverseOrder())
          .compare(this, other);
    }
  }

  /// A text with single spaces and plain quotation marks and dashes, and where each character is
  /// from: models write these in their own way.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Squeezed(String text, int[] origins) {
    static Squeezed of(String text, int[] origins) {
      var written = new StringBuilder();
      int[] from = new int[text.length()];
      for (int i = 0; i < text.length(); i++) {
        char c = plain(text.charAt(i));
        if (c != ' ' || written.isEmpty() || written.charAt(written.length() - 1) != ' ') {
          from[written.length()] = origins[i];
          written.append(c);
        }
      }
      return new Squeezed(written.toString(), Arrays.copyOf(from, written.length()));
    }

    private static char plain(char c) {
      return switch (c) {
        case '‘', '’', 'ʼ' -> '\'';
        case '“', '”', '„' -> '"';
        case '‐', '‑', '–', '—' -> '-';
        default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
      };
    }
  }
}
