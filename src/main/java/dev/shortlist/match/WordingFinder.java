package dev.shortlist.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shortlist.jobdescription.Need;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Looks in a CV for something the taxonomy has no name for: the line of the CV that has most of
/// its telling words.
final class WordingFinder {
  /// Less than this part of the words is chance.
  private static final double LEAST = 0.4;

  /// Words spread over the whole CV: how many are more than chance, and what they count.
  private static final double LEAST_SPREAD = 0.7;

  private static final double SPREAD = 0.6;
  private static final int FEWEST_SPREAD = 3;

  /// The same words in one line are not yet the same thing.
  private static final double MOST = 0.8;

  /// Words that may stand between those of a name: `handled all of the cash`.
  private static final int BETWEEN = 2;

  /// All but what sums of fractions lose.
  private static final double ALL = 0.99;

  private static final double OUTSIDE_WORK = 0.7;

  private static final String SEPARATORS = ",;|•";

  /// `CTA`, `Read Write Inc`: the same words are the same thing.
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{N}+#./-]*(?: \\p{Lu}[\\p{L}\\p{N}+#./-]*){0,2}");

  /// `Mandata or Microlise`: either will do.
  private static final Pattern OR = Pattern.compile("\\s+(?:or|oder|ou)\\s+|\\s*/\\s*");

  private final Lexicon lexicon;
  private final Cache<String, Map<String, Double>> asked =
      Caffeine.newBuilder().maximumSize(2000).build();

  WordingFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Finding find(Need.Wording need, Seen seen) {
    var best = whole(need, seen);
    var names = OR.split(need.asked(), 4);
    if (names.length > 1 && Stream.of(names).allMatch(name -> NAME.matcher(name).matches())) {
      for (String name : names) {
        best = best.orBetter(whole(new Need.Wording(name), seen));
      }
    }
    return best;
  }

  private Finding whole(Need.Wording need, Seen seen) {
    var weights = asked.get(need.asked(), this::weights);
    var linesByStem = seen.linesOf(weights.keySet());
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    var best = Finding.none("No line of the CV says the like in similar words.");
    if (sum == 0) {
      return best;
    }
    var covered = new double[seen.words().size()];
    weights.forEach((stem, weight) -> {
      var lines = linesByStem.get(stem);
      if (lines != null) {
        lines.stream().forEach(line -> covered[line] += weight / sum);
      }
    });
    for (int line = 0; line < covered.length; line++) {
      if (covered[line] >= LEAST) {
        best = best.orBetter(finding(need, line, covered[line], seen));
      }
    }
    return best.orBetter(spread(weights, sum, linesByStem, covered, seen));
  }

  // The words of a whole sentence are rarely all in one line.
  private static Finding spread(
      Map<String, Double> weights,
      double sum,
      Map<String, BitSet> linesByStem,
      double[] covered,
      Seen seen) {
    double all = 0;
    for (var word : weights.entrySet()) {
      all += linesByStem.containsKey(word.getKey()) ? word.getValue() / sum : 0;
    }
    if (all < LEAST_SPREAD || weights.size() < FEWEST_SPREAD) {
      return Finding.none("");
    }
    var lines =
        IntStream.range(0, covered.length)
            .filter(line -> covered[line] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer line) -> -covered[line]))
            .limit(3)
            .toList();
    double share = Math.min(1, all) * MOST * SPREAD;
    return new Finding(
        share,
        seen.passages(lines).stream()
            .map(
                line -> new Evidence(line, Evidence.Kind.SIMILAR_WORDING, share, "similar wording"))
            .toList(),
        all > ALL
            ? "The CV has all of its telling words, in several lines."
            : "The CV has %s %% of its telling words, in several lines."
                .formatted(Math.round(all * 100)));
  }

  /// The telling words of a name of two words or more, close together and in any form: the line
  /// that has them, one of the work before others.
  Optional<Integer> lineWith(String name, Seen seen) {
    var stems = asked.get(name, this::weights).keySet();
    if (stems.size() < 2) {
      return Optional.empty();
    }
    var lines =
        IntStream.range(0, seen.words().size())
            .filter(line -> areClose(stems, seen.words().line(line), isOneThing(name), seen))
            .boxed()
            .toList();
    return lines.stream().filter(seen::isInWork).findFirst().or(() -> lines.stream().findFirst());
  }

  // `Compensation and benefits` names two things, which a CV may set apart by a comma.
  private static boolean isOneThing(String name) {
    return Token.in(name, 0).stream().noneMatch(token -> token.word().equals("and"));
  }

  private static boolean areClose(
      Set<String> stems, List<CvWords.Said> line, boolean oneThing, Seen seen) {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < line.size(); i++) {
      var said = line.get(i);
      if (stems.contains(said.stem()) && !seen.copied().get(said.start())) {
        if (oneThing && i > 0 && isNextItem(stems, line.get(i - 1), said, seen)) {
          places.clear();
        }
        places.put(said.stem(), i);
        int from = i - stems.size() - BETWEEN;
        if (places.size() == stems.size()
            && places.values().stream().allMatch(place -> place > from)) {
          return true;
        }
      }
    }
    return false;
  }

  // `Insurance, Sales` are two things of a list.
  private static boolean isNextItem(
      Set<String> stems, CvWords.Said before, CvWords.Said said, Seen seen) {
    return stems.contains(before.stem())
        && seen.text()
            .text()
            .substring(before.end(), said.start())
            .chars()
            .anyMatch(sign -> SEPARATORS.indexOf(sign) >= 0);
  }

  private static Finding finding(Need.Wording need, int line, double covered, Seen seen) {
    boolean name = NAME.matcher(need.asked()).matches();
    double most = name ? 1 : MOST;
    double share = Math.min(1, covered) * most * (seen.isInWork(line) ? 1 : OUTSIDE_WORK);
    return new Finding(
        share,
        List.of(
            new Evidence(
                seen.text().line(line), Evidence.Kind.SIMILAR_WORDING, share, "similar wording")),
        name && covered > ALL
            ? "The CV names it."
            : covered > ALL
                ? "A line of the CV has all of its telling words."
                : "A line of the CV has %s %% of its telling words."
                    .formatted(Math.round(covered * 100)));
  }

  private Map<String, Double> weights(String asked) {
    var weights = new LinkedHashMap<String, Double>();
    for (var token : Token.in(asked, 0)) {
      var word = lexicon.word(token.word());
      if (!word.isSilent()) {
        weights.put(word.stem(), word.weight() * word.weight());
      }
    }
    return weights;
  }
}
