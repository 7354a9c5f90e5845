package dev.shortlist.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Cuts text into the word pieces the language model knows, as BERT's uncased tokenizer does.
///
/// The vocabulary is ordered by how often the pieces occurred in the text it was learned from, so
/// the place of a word also tells how common it is.
final class WordPiece {
  private static final int UNKNOWN = 100;
  private static final int START = 101;
  private static final int END = 102;
  private static final int LONGEST_WORD = 100;

  /// Place of `the`, the first whole word after special tokens and single characters.
  private static final int FIRST_WORD = 1996;

  private static final Pattern PLAIN = Pattern.compile("[a-z]+");

  private final Map<String, Integer> vocabulary;

  private WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// Reads the vocabulary of a `tokenizer.json`.
  static WordPiece read(InputStream tokenizer) {
    try (tokenizer) {
      var pieces = new HashMap<String, Integer>();
      JsonMapper.shared()
          .readTree(tokenizer)
          .path("model")
          .path("vocab")
          .properties()
          .forEach(piece -> pieces.put(piece.getKey(), piece.getValue().asInt()));
      return new WordPiece(pieces);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return vocabulary.size();
  }

  /// Its whole words of plain letters, the most common first.
  List<String> words() {
    return vocabulary.entrySet().stream()
        .filter(entry -> entry.getValue() >= FIRST_WORD && PLAIN.matcher(entry.getKey()).matches())
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// How many words are more common than `word`; the size of the vocabulary for a word that is not
  /// in it.
  int rank(String word) {
    return Math.max(0, vocabulary.getOrDefault(word, vocabulary.size()) - FIRST_WORD);
  }

  /// Ids of the pieces of `text` between the marks for start and end, at most `longest` in all.
  long[] ids(String text, int longest) {
    var ids = new Ids(longest);
    var words = new StringTokenizer(separated(text), " ");
    while (words.hasMoreTokens() && !ids.full()) {
      addWord(words.nextToken(), ids);
    }
    return ids.ended();
  }

  private void addWord(String word, Ids ids) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      ids.add(UNKNOWN);
      return;
    }
    int mark = ids.size;
    for (int from = 0; from < word.length(); ) {
      int to = longestPiece(word, from);
      if (to == from) {
        ids.size = mark;
        ids.add(UNKNOWN);
        return;
      }
      ids.add(vocabulary.getOrDefault(piece(word, from, to), UNKNOWN));
      from = to;
    }
  }

  private int longestPiece(String word, int from) {
    int to = word.length();
    while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
      to--;
    }
    return to;
  }

  private static String piece(String word, int from, int to) {
    return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
  }

  /// Lower case without accents, with spaces around punctuation and ideographs.
  private static String separated(String text) {
    var clean = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> append(clean, c));
    return clean.toString();
  }

  private static void append(StringBuilder clean, int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      clean.append(' ');
    } else if (isPunctuation(c) || Character.isIdeographic(c)) {
      clean.append(' ').appendCodePoint(c).append(' ');
    } else if (!isLeftOut(c)) {
      clean.appendCodePoint(c);
    }
  }

  private static boolean isLeftOut(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.NON_SPACING_MARK ->
          true;
      default -> c == 0xFFFD;
    };
  }

  private static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> c < 128 && "$+<=>^`|~".indexOf(c) >= 0;
    };
  }

  /// Ids so far; what goes beyond the limit is dropped.
  private static final class Ids {
    private final long[] values;
    private int size;

    Ids(int longest) {
      values = new long[longest];
      values[size++] = START;
    }

    boolean full() {
      return size >= values.length - 1;
    }

    void add(int id) {
      if (!full()) {
        values[size++] = id;
      }
    }

    long[] ended() {
      values[size++] = END;
      return Arrays.copyOf(values, size);
    }
  }
}
