package dev.shortlist.match;

import dev.shortlist.skills.Occupation;
import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Tells which kinds of work a phrase speaks of, by the titles the taxonomy knows for each
/// occupation.
///
/// An occupation is as near as the nearest of its titles; what the nearest ones share of the phrase
/// is their [Kinds]. Safe for many threads.
final class KindsOfWork implements AutoCloseable {
  /// Cosines this much lower count a third: how sharply near titles are told from the rest.
  private static final double SHARPNESS = 0.015;

  /// Less than this much below the greatest cosine is no share at all; see [Kinds].
  private static final double LOWEST = -7 * SHARPNESS;

  private final List<Occupation> occupations;
  private final Directions titles;
  private final int[] occupation;

  /// @param vectors gives the vector of a title
  KindsOfWork(List<Occupation> occupations, Function<String, Vector> vectors) {
    this.occupations = occupations;
    var rows = new ArrayList<byte[]>();
    var owners = new ArrayList<Integer>();
    for (int i = 0; i < occupations.size(); i++) {
      for (String title : plainTitles(occupations.get(i))) {
        rows.add(vectors.apply(title).inBytes());
        owners.add(i);
      }
    }
    this.titles = new Directions(rows);
    this.occupation = owners.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The titles of an occupation as they are compared, each once.
  static List<String> plainTitles(Occupation occupation) {
    return Stream.concat(Stream.of(occupation.name()), occupation.titles().stream())
        .map(Titles::plain)
        .distinct()
        .toList();
  }

  /// Every title of `taxonomy` with its vector, for the file.
  static Map<String, Vector> vectors(Taxonomy taxonomy, Function<String, Vector> model) {
    var vectors = new LinkedHashMap<String, Vector>();
    for (var occupation : taxonomy.occupations()) {
      for (String title : plainTitles(occupation)) {
        vectors.computeIfAbsent(title, model);
      }
    }
    return vectors;
  }

  /// What the phrase with this vector speaks of.
  Kinds of(Vector phrase) {
    var nearest = nearest(phrase);
    double best = nearest.length == 0 ? 0 : nearest[0];
    for (double cosine : nearest) {
      best = Math.max(best, cosine);
    }
    for (int i = 0; i < nearest.length; i++) {
      double below = nearest[i] - best;
      nearest[i] = below < LOWEST ? 0 : StrictMath.exp(below / SHARPNESS);
    }
    return Kinds.of(nearest);
  }

  @Override
  public void close() {
    titles.close();
  }

  /// What people in these kinds of work are called, do and can, as one text for each.
  List<Known> knowledge(Kinds kinds, int most, Function<String, String> skillName) {
    return kinds.most(most).stream()
        .map(kind -> new Known(kind.share(), words(occupations.get(kind.occupation()), skillName)))
        .toList();
  }

  /// What is known of an occupation.
  ///
  /// @param share how far it is meant, 0 to 1
  record Known(double share, List<String> sentences) {}

  private static List<String> words(Occupation occupation, Function<String, String> skillName) {
    var words = new ArrayList<String>();
    words.add(occupation.name().toLowerCase(Locale.ROOT));
    words.addAll(occupation.duties());
    occupation.skills().stream().map(skillName).forEach(words::add);
    return words;
  }

  private double[] nearest(Vector phrase) {
    var nearest = new double[occupations.size()];
    var cosines = titles.cosines(phrase.inBytes());
    for (int i = 0; i < cosines.length; i++) {
      if (cosines[i] > nearest[occupation[i]]) {
        nearest[occupation[i]] = cosines[i];
      }
    }
    return nearest;
  }
}
