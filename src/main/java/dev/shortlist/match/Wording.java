package dev.shortlist.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How far a CV speaks of what a job description speaks of, in the same words.
///
/// For each asked term with share `s` that stands `n` times in the CV: `s x n / (n + k)`, with `k =
/// 0.3 + 2 x off / 250`, where `off` is the number of words in lines that have none of the telling
/// terms. So one word counts most where it comes first, a long text about something else counts
/// less, and a line that speaks of the subject never lowers the sum. A word of like meaning
/// ([NearWords]) is a part of one.
///
/// @param share 0 to 1
/// @param lines lines of the CV that speak of it, the most telling first
/// @param words the words of the CV that earned most; those that are asked for as the job
///   description writes them
record Wording(double share, List<Integer> lines, List<String> words) {
  private static final double FIRST = 0.3;
  private static final double OFF_SUBJECT = 2.0 / 250;

  /// Words that are named to people.
  private static final int NAMED = 6;

  /// A term with at least this share puts a line on the subject.
  private static final double TELLING = 0.006;

  static Wording of(AskedWords asked, CvWords cv, BitSet copied, BitSet excused) {
    var counts = new Counts(asked.size());
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
    var counts = new Counts(asked.size());
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

  private static List<String> words(AskedWords asked, Counts counts, double k) {
    return IntStream.range(0, counts.times.length)
        .filter(term -> counts.times[term] > 0 && !asked.isPair(term))
        .boxed()
        .sorted(Comparator.comparingDouble(term -> -counts.earned(asked, term, k)))
        .map(counts::spoken)
        .distinct()
        .limit(NAMED)
        .toList();
  }

  private static double sum(AskedWords asked, Counts counts, double k) {
    double sum = 0;
    for (int term = 0; term < counts.times.length; term++) {
      sum += counts.earned(asked, term, k);
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

  /// How often the CV has each of the asked terms; words of like meaning are parts of one.
  private static final class Counts {
    private final double[] times;
    private final @Nullable String[] spoken;

    Counts(int terms) {
      times = new double[terms];
      spoken = new @Nullable String[terms];
    }

    void add(int term, double part) {
      times[term] += part;
    }

    /// The words of the CV are named, never a word of the job description that it does not have.
    void say(AskedWords asked, AskedWords.Hit hit, String word) {
      if (hit.itself()) {
        spoken[hit.term()] = asked.written(hit.term());
      } else if (spoken[hit.term()] == null) {
        spoken[hit.term()] = word;
      }
    }

    String spoken(int term) {
      var word = spoken[term];
      return word == null ? "" : word;
    }

    double earned(AskedWords asked, int term, double k) {
      return asked.share(term) * times[term] / (times[term] + k);
    }
  }

  /// What one line has of the asked terms.
  private static final class LineCount {
    private final AskedWords asked;
    private final Counts counts;
    private final BitSet seen = new BitSet();
    private String before = "";
    private double share;
    private int words;
    private boolean telling;

    LineCount(AskedWords asked, Counts counts) {
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
      for (var hit : asked.hits(stem)) {
        count(hit.term(), hit.part());
        counts.say(asked, hit, said.word());
      }
      int pair = before.isEmpty() ? -1 : asked.pair(before, stem);
      if (pair >= 0) {
        count(pair, 1);
      }
      before = stem;
    }

    private void count(int term, double part) {
      counts.add(term, part);
      telling |= part * asked.share(term) >= TELLING;
      if (!seen.get(term)) {
        seen.set(term);
        share += part * asked.share(term);
      }
    }
  }
}
