package dev.shortlist.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Vectors of phrases, made once and kept by their text; the least used go first. What is known
/// beforehand is never made.
///
/// Safe for many threads. Two threads may make the same vector at once; it is the same.
final class Vectors {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Function<String, @Nullable Vector> before;
  private final Function<String, Vector> model;
  private final Cache<String, Vector> kept;

  /// @param before the vectors known beforehand, null for the others
  Vectors(Function<String, @Nullable Vector> before, Function<String, Vector> model, int capacity) {
    this.before = before;
    this.model = model;
    this.kept = Caffeine.newBuilder().maximumSize(capacity).executor(Runnable::run).build();
  }

  /// The vector of `phrase`, whatever its case and spacing.
  Vector of(String phrase) {
    var key = key(phrase);
    var given = before.apply(key);
    var known = given == null ? kept.getIfPresent(key) : given;
    if (known != null) {
      return known;
    }
    var made = model.apply(key);
    kept.put(key, made);
    return made;
  }

  /// The vectors made already, by their phrases, without those known beforehand.
  Map<String, Vector> known(List<String> phrases) {
    var known = new LinkedHashMap<String, Vector>();
    for (String phrase : phrases) {
      var vector = kept.getIfPresent(key(phrase));
      if (vector != null) {
        known.put(key(phrase), vector);
      }
    }
    return known;
  }

  /// Takes over vectors by their phrases.
  void keep(Map<String, Vector> vectors) {
    kept.putAll(vectors);
  }

  private static String key(String phrase) {
    var small = Normalizer.normalize(phrase, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    return BLANKS.matcher(small).replaceAll(" ");
  }
}
