package dev.shortlist.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The telling words of a job description and what share of its meaning each carries.
///
/// Words and pairs of neighbouring words, by their stems. The title has a fixed share; the rest is
/// spread over the text by `ln(1 + times) x weight²` ([Lexicon]). Shares add up to 1.
final class AskedWords {
  /// What the words of the title carry; see the ablation in `docs/scoring.md`.
  static final double TITLE_SHARE = 0.3;

  /// A pair of words against the mean of its words.
  private static final double PAIR = 0.7;

  private static final Hit[] NOTHING = {};

  /// What a word of a CV says: the asked word itself first, then those of like meaning.
  private final Map<String, Hit[]> singles = new HashMap<>();

  private final Map<String, Map<String, Integer>> pairs = new HashMap<>();
  private final double[] shares;
  private final String[] stems;

  /// A word as it was written, for each stem.
  private final Map<String, String> written = new HashMap<>();

  /// What the knowledge of the taxonomy about such work carries, title and text the rest.
  static final double KNOWLEDGE = 0.4;

  AskedWords(
      Lexicon lexicon, String title, List<String> sentences, List<KindsOfWork.Known> knowledge) {
    var shares = new LinkedHashMap<String, Double>();
    var weights = new HashMap<String, Double>();
    var ofTitle = count(lexicon, List.of(title), weights);
    var ofText = count(lexicon, sentences, weights);
    double titleShare = ofText.isEmpty() ? 1 : ofTitle.isEmpty() ? 0 : TITLE_SHARE;
    double own = (ofTitle.isEmpty() && ofText.isEmpty()) || knowledge.isEmpty() ? 1 : 1 - KNOWLEDGE;
    spread(ofTitle, weights, own * titleShare, shares);
    spread(ofText, weights, own * (1 - titleShare), shares);
    if (own < 1) {
      double sum = knowledge.stream().mapToDouble(KindsOfWork.Known::share).sum();
      for (var known : knowledge) {
        var ofKind = new HashMap<String, Double>();
        var words = count(lexicon, known.sentences(), ofKind);
        spread(words, ofKind, KNOWLEDGE * known.share() / sum, shares);
      }
    }
    this.shares = new double[shares.size()];
    this.stems = new String[shares.size()];
    int index = 0;
    for (var term : shares.entrySet()) {
      this.shares[index] = term.getValue();
      stems[index] = term.getKey();
      place(term.getKey(), index++);
    }
    addNear();
  }

  /// An asked word that a word of a CV stands for.
  ///
  /// @param part of the word's meaning, 1 for the word itself
  /// @param itself whether it is that word and not one of like meaning
  record Hit(int term, double part, boolean itself) {}

  private void addNear() {
    var near = new HashMap<String, List<Hit>>();
    for (int term = 0; term < stems.length; term++) {
      for (var word :
          isPair(term) ? List.<NearWords.Near>of() : NearWords.standard().of(stems[term])) {
        near.computeIfAbsent(word.stem(), _ -> new ArrayList<>())
            .add(new Hit(term, word.part(), false));
      }
    }
    near.forEach((stem, hits) ->
        singles.merge(
            stem,
            hits.toArray(Hit[]::new),
            (own, more) -> Stream.concat(Stream.of(own), Stream.of(more)).toArray(Hit[]::new)));
  }

  /// Number of words and pairs.
  int size() {
    return shares.length;
  }

  double share(int term) {
    return shares[term];
  }

  /// The asked words that a word with this stem stands for; not to be changed.
  Hit[] hits(String stem) {
    return singles.getOrDefault(stem, NOTHING);
  }

  /// Index of the pair, or -1.
  int pair(String first, String second) {
    var seconds = pairs.get(first);
    return seconds == null ? -1 : seconds.getOrDefault(second, -1);
  }

  /// The term as people write it.
  String written(int term) {
    return written.getOrDefault(stems[term], stems[term]);
  }

  /// Whether the term is a pair of words, whose words count by themselves as well.
  boolean isPair(int term) {
    return stems[term].indexOf(' ') >= 0;
  }

  private void place(String term, int index) {
    int space = term.indexOf(' ');
    if (space < 0) {
      singles.put(term, new Hit[] {new Hit(index, 1, true)});
    } else {
      pairs
          .computeIfAbsent(term.substring(0, space), _ -> new HashMap<>())
          .put(term.substring(space + 1), index);
    }
  }

  private Map<String, Integer> count(
      Lexicon lexicon, List<String> sentences, Map<String, Double> weights) {
    var counts = new LinkedHashMap<String, Integer>();
    for (String sentence : sentences) {
      String before = "";
      for (var token : Token.in(sentence, 0)) {
        var word = lexicon.word(token.word());
        if (word.isSilent()) {
          before = "";
          continue;
        }
        var stem = word.stem();
        written.putIfAbsent(stem, word.text());
        weights.merge(stem, word.weight() * word.weight(), Math::min);
        counts.merge(stem, 1, Integer::sum);
        if (!before.isEmpty()) {
          counts.merge(before + " " + stem, 1, Integer::sum);
        }
        before = stem;
      }
    }
    return counts;
  }

  private static void spread(
      Map<String, Integer> counts,
      Map<String, Double> weights,
      double share,
      Map<String, Double> shares) {
    var values = new LinkedHashMap<String, Double>();
    double sum = 0;
    for (var term : counts.entrySet()) {
      double value = Math.log1p(term.getValue()) * weight(term.getKey(), weights);
      values.put(term.getKey(), value);
      sum += value;
    }
    for (var value : values.entrySet()) {
      shares.merge(value.getKey(), share * value.getValue() / sum, Double::sum);
    }
  }

  private static double weight(String term, Map<String, Double> weights) {
    int space = term.indexOf(' ');
    if (space < 0) {
      return weights.getOrDefault(term, 0.0);
    }
    double root =
        (Math.sqrt(weights.getOrDefault(term.substring(0, space), 0.0))
                + Math.sqrt(weights.getOrDefault(term.substring(space + 1), 0.0)))
            / 2;
    return root * root * PAIR;
  }

  /// Every run of ten words of `text`, across its lines, to tell what was copied.
  static Set<Long> runs(String text) {
    var runs = new HashSet<Long>();
    for (long run : runsOf(Token.in(text, 0).stream().map(Token::word).toList())) {
      runs.add(run);
    }
    return runs;
  }

  /// Words in a row that nobody writes twice by chance.
  static final int RUN = 10;

  /// A number for each run of ten of `words`, in their order.
  static long[] runsOf(List<String> words) {
    var runs = new long[Math.max(0, words.size() - RUN + 1)];
    for (int i = 0; i < runs.length; i++) {
      long hash = 7;
      for (int k = i; k < i + RUN; k++) {
        hash = hash * 1_000_003 + words.get(k).hashCode();
      }
      runs[i] = hash;
    }
    return runs;
  }
}
