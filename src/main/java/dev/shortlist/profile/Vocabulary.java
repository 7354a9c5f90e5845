package dev.shortlist.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Word lists kept as resources: chapters in square brackets, comments behind `#`.
final class Vocabulary {
  private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");

  private Vocabulary() {}

  /// The lines of each chapter of `file`.
  static Map<String, List<String>> chapters(String file) {
    var chapters = new LinkedHashMap<String, List<String>>();
    var lines = new ArrayList<String>();
    for (String line : lines(file)) {
      if (line.startsWith("[")) {
        lines = new ArrayList<>();
        chapters.put(line.substring(1, line.length() - 1), lines);
      } else {
        lines.add(line);
      }
    }
    return chapters;
  }

  /// The words of one chapter, folded.
  static Set<String> words(String file, String chapter) {
    var words = new HashSet<String>();
    for (String line : chapters(file).getOrDefault(chapter, List.of())) {
      for (String word : line.split(" ", -1)) {
        words.add(fold(word));
      }
    }
    return Set.copyOf(words);
  }

  /// Lower case without accents.
  static String fold(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String plain = ACCENT.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace('’', '\'');
    // A Korean syllable is one character again.
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /// Only the letters of the folded text.
  static String letters(String text) {
    var letters = new StringBuilder(text.length());
    if (isPlain(text)) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean capital = c >= 'A' && c <= 'Z';
        if (capital || (c >= 'a' && c <= 'z')) {
          letters.append(capital ? (char) (c + 32) : c);
        }
      }
      return letters.toString();
    }
    fold(text).codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static List<String> lines(String file) {
    try (var in = Vocabulary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the word list %s is not in the jar".formatted(file));
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
