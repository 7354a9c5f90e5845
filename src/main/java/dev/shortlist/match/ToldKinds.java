package dev.shortlist.match;

import dev.shortlist.skills.Occupation;
import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells which kinds of work an account speaks of, whatever the post was called: an office manager
/// may plan the tours of twenty lorries.
///
/// The words of the account are compared with what the taxonomy knows of each occupation: its
/// titles, duties and skills. A word weighs by what it tells ([Lexicon]) and by how few occupations
/// share it; the shares of the occupations are the fourth powers of the sums. Safe for many
/// threads.
final class ToldKinds {
  /// What further titles, and further names of skills, say beside a duty.
  private static final double TITLE = 0.5;

  private static final double ALIAS = 0.3;

  /// A pair of neighbouring words against a rare word.
  private static final double PAIR = 0.7;

  private final int occupations;
  private final Map<String, Telling> terms = new LinkedHashMap<>();

  /// How few occupations share a term, and how much it tells of each.
  private static final class Telling {
    private final double rarity;
    private final int[] occupations;
    private final double[] weights;

    Telling(double rarity, int[] occupations, double[] weights) {
      this.rarity = rarity;
      this.occupations = occupations;
      this.weights = weights;
    }

    void divideBy(double[] squares) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] /= Math.sqrt(squares[occupations[i]]);
      }
    }

    void addTo(double[] sums, double weight) {
      for (int i = 0; i < weights.length; i++) {
        sums[occupations[i]] += weight * weights[i];
      }
    }
  }

  ToldKinds(Taxonomy taxonomy, Lexicon lexicon) {
    var known = taxonomy.occupations().stream().map(one -> words(one, taxonomy, lexicon)).toList();
    this.occupations = known.size();
    var owners = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < occupations; i++) {
      for (String term : known.get(i).keySet()) {
        owners.computeIfAbsent(term, _ -> new ArrayList<>()).add(i);
      }
    }
    var lengths = new double[occupations];
    owners.forEach((term, owned) -> {
      double rarity = StrictMath.log((occupations + 1.0) / owned.size());
      var weights = new double[owned.size()];
      for (int i = 0; i < weights.length; i++) {
        int owner = owned.get(i);
        weights[i] = weight(known.get(owner).getOrDefault(term, 0.0), rarity);
        lengths[owner] += weights[i] * weights[i];
      }
      terms.put(
          term, new Telling(rarity, owned.stream().mapToInt(Integer::intValue).toArray(), weights));
    });
    terms.values().forEach(telling -> telling.divideBy(lengths));
  }

  private static Map<String, Double> words(
      Occupation occupation, Taxonomy taxonomy, Lexicon lexicon) {
    var words = new LinkedHashMap<String, Double>();
    add(occupation.name(), 1, lexicon, words);
    occupation.titles().forEach(title -> add(title, TITLE, lexicon, words));
    occupation.duties().forEach(duty -> add(duty, 1, lexicon, words));
    for (String id : occupation.skills()) {
      taxonomy
          .find(id)
          .ifPresent(skill -> {
            add(skill.name(), 1, lexicon, words);
            skill.aliases().forEach(alias -> add(alias, ALIAS, lexicon, words));
          });
    }
    return words;
  }

  private static void add(String text, double part, Lexicon lexicon, Map<String, Double> words) {
    add(Token.in(text, 0).stream().map(token -> lexicon.word(token.word())).toList(), part, words);
  }

  private static void add(List<Lexicon.Word> line, double part, Map<String, Double> words) {
    String before = "";
    for (var word : line) {
      if (word.isSilent()) {
        before = "";
        continue;
      }
      words.merge(word.stem(), part * word.weight() * word.weight(), Double::sum);
      if (!before.isEmpty()) {
        words.merge(before + " " + word.stem(), part * PAIR, Double::sum);
      }
      before = word.stem();
    }
  }

  private static double weight(double times, double rarity) {
    return StrictMath.log1p(times) * rarity;
  }

  /// The kinds of work that `lines` speak of, without the copied words.
  Kinds of(CvWords cv, BitSet copied, BitSet lines) {
    var words = new LinkedHashMap<String, Double>();
    for (int i = lines.nextSetBit(0); i >= 0; i = lines.nextSetBit(i + 1)) {
      add(
          cv.line(i).stream()
              .filter(said -> !copied.get(said.start()))
              .map(CvWords.Said::known)
              .toList(),
          1,
          words);
    }
    var shares = new double[occupations];
    words.forEach((term, times) -> {
      var telling = terms.get(term);
      if (telling != null) {
        telling.addTo(shares, weight(times, telling.rarity));
      }
    });
    for (int i = 0; i < shares.length; i++) {
      double square = shares[i] * shares[i];
      shares[i] = square * square;
    }
    return Kinds.of(shares);
  }
}
