package dev.shortlist.text;

/// A text in which many [Phrase]s are looked for: in small letters, each in its place, and with a
/// note of the runs of four characters it has, so that most phrases need not be looked for at all.
final class SearchedText {
  /// Characters of a run.
  static final int RUN = 4;

  private static final int PLACES = 1 << 14;
  private static final int MIX = 0x9E3779B9;

  private final String text;
  private final long[] runs = new long[PLACES / Long.SIZE];

  private SearchedText(String text) {
    this.text = text;
    for (int i = 0; i + RUN <= text.length(); i++) {
      int place = place(text, i);
      runs[place >> 6] |= 1L << place;
    }
  }

  static SearchedText of(CharSequence text) {
    var folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        folded[i] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      } else {
        folded[i] = Character.toLowerCase(Character.toUpperCase(c));
      }
    }
    return new SearchedText(new String(folded));
  }

  String text() {
    return text;
  }

  /// Whether a run with this [#place] may be in it; false is sure.
  boolean mayHave(int place) {
    return (runs[place >> 6] & (1L << place)) != 0;
  }

  /// Where the run that begins at `from` is noted.
  static int place(String text, int from) {
    int hash = 0;
    for (int i = from; i < from + RUN; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return (hash * MIX) >>> 18;
  }
}
