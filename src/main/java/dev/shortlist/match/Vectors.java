package dev.shortlist.match;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Vectors of phrases, made once and kept by their text; the least used go first.
///
/// Safe for many threads. Two threads may make the same vector at once; it is the same.
final class Vectors {
  private final Function<String, Vector> model;
  private final Map<String, Vector> kept;

  Vectors(Function<String, Vector> model, int capacity) {
    this.model = model;
    this.kept =
        new LinkedHashMap<>(1024, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Vector> eldest) {
            return size() > capacity;
          }
        };
  }

  /// The vector of `phrase`, whatever its case and spacing.
  Vector of(String phrase) {
    var key = key(phrase);
    synchronized (kept) {
      var known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    var made = model.apply(key);
    synchronized (kept) {
      kept.put(key, made);
    }
    return made;
  }

  private static String key(String phrase) {
    return Normalizer.normalize(phrase, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }
}
