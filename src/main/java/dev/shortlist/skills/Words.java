package dev.shortlist.skills;

import java.util.Arrays;

/// The words of a text, folded and numbered, with what stands between them.
///
/// `C++`, `C#` and `.NET` are words; `CI/CD`, `full-stack` and `Node.js` are two; `&` is the word
/// "and". Two words are joined if one phrase may run over both: a comma, a full stop, a bullet or
/// the end of a short line parts them.
final class Words {
  /// Turns the first `length` characters of a folded word into its number.
  interface Numbering {
    int of(char[] chars, int length);
  }

  // A line this long was most likely wrapped; a shorter one ended because its author ended it.
  private static final int WRAPPED = 45;
  private static final int LONGEST = 60;

  private final String text;
  private final Numbering numbering;
  private final char[] folded;
  private int count;
  private int[] starts;
  private int[] ends;
  private int[] ids;
  private boolean[] joined;
  private boolean[] plural;

  Words(String text, Numbering numbering) {
    this.text = text;
    this.numbering = numbering;
    this.folded = new char[2 * Math.min(text.length(), LONGEST) + 8];
    int guess = 4 + text.length() / 5;
    starts = new int[guess];
    ends = new int[guess];
    ids = new int[guess];
    joined = new boolean[guess];
    plural = new boolean[guess];
    scan();
  }

  int count() {
    return count;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  int id(int word) {
    return ids[word];
  }

  /// Whether a phrase may run on from the word before.
  boolean joined(int word) {
    return joined[word];
  }

  /// Whether a plural ending was taken off.
  boolean plural(int word) {
    return plural[word];
  }

  String raw(int word) {
    return text.substring(starts[word], ends[word]);
  }

  boolean slashBefore(int word) {
    return word > 0 && text.substring(ends[word - 1], starts[word]).indexOf('/') >= 0;
  }

  private void scan() {
    int lineStart = 0;
    int previousLine = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isLetter(c) || (c == '.' && dotWord(i))) {
        i = word(i, previousLine);
      } else if (c == '&') {
        add(i, i + 1, fold("and"), previousLine);
        i++;
      } else {
        if (c == '\n') {
          previousLine = i - lineStart;
          lineStart = i + 1;
        }
        i++;
      }
    }
  }

  private int word(int start, int previousLine) {
    int length = 0;
    int i = start;
    if (text.charAt(i) == '.') {
      folded[length++] = '.';
      i++;
    }
    while (i < text.length() && length < LONGEST) {
      char c = text.charAt(i);
      if (isLetter(c)) {
        length = Spelling.plain(c, folded, length);
      } else if (!(isApostrophe(c) && length > 1 && letterAt(i + 1))) {
        break;
      }
      i++;
    }
    while (i < text.length() && isLetter(text.charAt(i))) {
      i++;
    }
    int end = suffix(start, i);
    for (int k = i; k < end; k++) {
      folded[length++] = text.charAt(k);
    }
    add(start, end, length, previousLine);
    return end;
  }

  /// End of the word with its plus signs or sharp: `C++`, `A+`, `C#`.
  private int suffix(int start, int end) {
    int i = end;
    while (i < text.length() && text.charAt(i) == '+') {
      i++;
    }
    if (i - end == 2 || (i - end == 1 && !letterAt(i))) {
      return i;
    }
    boolean sharp = end < text.length() && text.charAt(end) == '#' && end - start <= 2;
    return sharp && !letterAt(end + 1) ? end + 1 : end;
  }

  private int fold(String word) {
    word.getChars(0, word.length(), folded, 0);
    return word.length();
  }

  private void add(int start, int end, int length, int previousLine) {
    if (count == starts.length) {
      grow();
    }
    int american = Spelling.american(folded, length);
    int singular = Spelling.singular(folded, american);
    starts[count] = start;
    ends[count] = end;
    joined[count] = count > 0 && joins(count - 1, start, previousLine);
    plural[count] = singular != american;
    ids[count] = numbering.of(folded, singular);
    count++;
  }

  private void grow() {
    int size = starts.length * 2;
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    ids = Arrays.copyOf(ids, size);
    joined = Arrays.copyOf(joined, size);
    plural = Arrays.copyOf(plural, size);
  }

  private boolean joins(int previous, int to, int previousLine) {
    int from = ends[previous];
    if (to == from + 1 && text.charAt(from) == ' ') {
      return true;
    }
    boolean space = false;
    boolean newline = false;
    char mark = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        if (newline) {
          return false;
        }
        newline = true;
      } else if (c == ' ' || c == '\u00A0' || c == '\r') {
        space = true;
      } else if ("-‐‑–/.'’_®™".indexOf(c) < 0 || (mark != 0 && mark != '.') || newline) {
        return false;
      } else {
        mark = c;
      }
    }
    if (mark == '.' && (space || newline)) {
      return abbreviation(previous);
    }
    if (mark != 0 && mark != '/' && space && text.charAt(from) != mark) {
      return false;
    }
    return !newline || previousLine >= WRAPPED || Character.isLowerCase(text.charAt(to));
  }

  // "Dipl. Ing.", "B. Sc.", but not "SQL. Server".
  private boolean abbreviation(int word) {
    if (ends[word] - starts[word] > 4) {
      return false;
    }
    for (int i = starts[word] + 1; i < ends[word]; i++) {
      if (!Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean dotWord(int i) {
    return letterAt(i + 1) && (i == 0 || !isLetter(text.charAt(i - 1)));
  }

  private boolean letterAt(int i) {
    return i < text.length() && isLetter(text.charAt(i));
  }

  private static boolean isLetter(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c) || (c >= '\u0300' && c <= '\u036F') || c == '\u00AD';
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }
}
