package dev.shortlist.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How far a CV speaks of what a job description speaks of, in the same words.
///
/// For each asked term with share `s` that stands `n` times in the CV: `s x n / (n + k)`, with `k =
/// 0.3 + 2 x off / 250`, where `off` is the number of words in lines that have none of the telling
/// terms. So one word counts most where it comes first, a long text about something else counts
/// less, and a line that speaks of the subject never lowers the sum.
///
/// @param share 0 to 1
/// @param lines lines of the CV that speak of it, the most telling first
/// @param words the words that earned most, as the job description writes them
record Wording(double share, List<Integer> lines, List<String> words) {
  private static final double FIRST = 0.3;
  private static final double OFF_SUBJECT = 2.0 / 250;

  /// Words that are named to people.
  private static final int NAMED = 6;

  /// A term with at least this share puts a line on the subject.
  private static final double TELLING = 0.006;

  static Wording of(AskedWords asked, CvWords cv, BitSet copied, BitSet excused) {
    var counts = new int[asked.size()];
    var byLine = new double[cv.size()];
    int off = 0;
    for (int i = 0; i < cv.size(); i++) {
      var line = new LineCount(asked, counts);
      for (var token : cv.line(i)) {
        if (!copied.get(token.start())) {
          line.add(token);
        }
      }
      byLine[i] = line.share;
      off += line.telling || excused.get(i) ? 0 : line.words;
    }
    double k = FIRST + OFF_SUBJECT * off;
    return new Wording(sum(asked, counts, k), best(byLine), words(asked, counts, k));
  }

  /// The share of some lines alone.
  static double share(AskedWords asked, CvWords cv, BitSet copied, BitSet lines) {
    var counts = new int[asked.size()];
    int off = 0;
    for (int i = lines.nextSetBit(0); i >= 0; i = lines.nextSetBit(i + 1)) {
      var line = new LineCount(asked, counts);
      for (var token : cv.line(i)) {
        if (!copied.get(token.start())) {
          line.add(token);
        }
      }
      off += line.telling ? 0 : line.words;
    }
    return sum(asked, counts, FIRST + OFF_SUBJECT * off);
  }

  private static List<String> words(AskedWords asked, int[] counts, double k) {
    return IntStream.range(0, counts.length)
        .filter(term -> counts[term] > 0 && !asked.isPair(term))
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                term -> -asked.share(term) * counts[term] / (counts[term] + k)))
        .limit(NAMED)
        .map(asked::written)
        .toList();
  }

  private static double sum(AskedWords asked, int[] counts, double k) {
    double sum = 0;
    for (int term = 0; term < counts.length; term++) {
      sum += asked.share(term) * counts[term] / (counts[term] + k);
    }
    return Math.min(1, sum);
  }

  private static List<Integer> best(double[] byLine) {
    var lines = new ArrayList<Integer>();
    for (int i = 0; i < byLine.length; i++) {
      if (byLine[i] > 0) {
        lines.add(i);
      }
    }
    lines.sort(Comparator.comparingDouble((Integer line) -> -byLine[line]));
    return List.copyOf(lines);
  }

  /// What one line has of the asked terms.
  private static final class LineCount {
    private final AskedWords asked;
    private final int[] counts;
    private final BitSet seen = new BitSet();
    private String before = "";
    private double share;
    private int words;
    private boolean telling;

    LineCount(AskedWords asked, int[] counts) {
      this.asked = asked;
      this.counts = counts;
    }

    void add(CvWords.Said said) {
      if (said.isSilent()) {
        before = "";
        return;
      }
      var stem = said.stem();
      words++;
      count(asked.single(stem));
      if (!before.isEmpty()) {
        count(asked.pair(before, stem));
      }
      before = stem;
    }

    private void count(int term) {
      if (term < 0) {
        return;
      }
      counts[term]++;
      telling |= asked.share(term) >= TELLING;
      if (!seen.get(term)) {
        seen.set(term);
        share += asked.share(term);
      }
    }
  }
}
