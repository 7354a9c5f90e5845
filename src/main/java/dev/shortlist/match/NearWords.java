package dev.shortlist.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words of like meaning, such as `vehicle` and `car` or `attorney` and `lawyer`, by their stems.
///
/// A file made beforehand by the language model: the cosine of each two words of its vocabulary,
/// after the mean of all words was taken off. Read once; safe for many threads.
final class NearWords {
  static final String FILE = "near-words.tsv";

  /// Cosines in thousandths: what is below the first is chance, from the second on words mean the
  /// same.
  static final int LEAST = 600;

  private static final int SAME = 800;

  /// Another word is never the word itself.
  private static final double MOST = 0.8;

  private final Map<String, List<Near>> near;

  /// A word of like meaning.
  ///
  /// @param part of the meaning, above 0 and at most 0.8
  record Near(String stem, double part) {}

  private NearWords(Map<String, List<Near>> near) {
    this.near = near;
  }

  /// The file in the program, read when it is first asked for.
  ///
  /// @throws IllegalStateException if it is missing
  static NearWords standard() {
    return Standard.WORDS;
  }

  List<Near> of(String stem) {
    return near.getOrDefault(stem, List.of());
  }

  private static NearWords read() {
    try (var in = NearWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("%s is missing from the class path".formatted(FILE));
      }
      var near = new HashMap<String, List<Near>>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> add(line.split("\t", 3), near));
      near.replaceAll((_, words) -> List.copyOf(words));
      return new NearWords(near);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  private static void add(String[] cells, Map<String, List<Near>> near) {
    int cosine = Integer.parseInt(cells[2]);
    double part = MOST * Math.min(1, (double) (cosine - LEAST) / (SAME - LEAST));
    if (part > 0) {
      near.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(new Near(cells[1], part));
      near.computeIfAbsent(cells[1], _ -> new ArrayList<>()).add(new Near(cells[0], part));
    }
  }

  private static final class Standard {
    static final NearWords WORDS = read();
  }
}
