package dev.shortlist.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Where in the picture of a line each of its words stands, told by the gaps between them.
///
/// The widest gaps are taken for those between words. They are believed only if they are clearly
/// wider than the others, and the pieces between them as wide as their words need.
final class WordPlaces {
  /// Gaps between words are at least this part of the letters' height.
  private static final double LEAST_GAP = 0.12;

  /// How much wider a gap between words is than the widest within one.
  private static final double CLEARLY = 1.2;

  private static final double NARROW = 0.55;
  private static final double WIDE = 1.8;

  /// Words this short vary too much in width to say anything.
  private static final int SHORT = 3;

  private WordPlaces() {}

  /// From `start` up to `end`, in columns.
  record Piece(int start, int end) {
    int width() {
      return end - start;
    }
  }

  /// The pieces of a line's picture in which its words stand.
  ///
  /// @param width columns of the line's picture
  /// @param inked whether a column has ink
  /// @param height of the letters, in columns
  /// @return a piece a word from left to right; empty where it cannot be told
  static Optional<List<Piece>> find(
      List<ScannedLine.Word> words, int width, IntPredicate inked, double height) {
    var pieces = pieces(width, inked);
    if (words.isEmpty() || pieces.size() < words.size()) {
      return Optional.empty();
    }
    var gaps = new ArrayList<Integer>();
    for (int i = 1; i < pieces.size(); i++) {
      gaps.add(pieces.get(i).start - pieces.get(i - 1).end);
    }
    var widest = gaps.stream().sorted(Comparator.reverseOrder()).toList();
    int between = words.size() - 1;
    double least = between == 0 ? Double.MAX_VALUE : widest.get(between - 1);
    double within = widest.size() > between ? widest.get(between) : 0;
    double limit = height * LEAST_GAP;
    if (least < limit || least < within * CLEARLY || (between == 0 && within > height)) {
      return Optional.empty();
    }
    var found = joined(pieces, gaps, least);
    return fit(words, found) ? Optional.of(found) : Optional.empty();
  }

  /// Runs of columns with ink.
  private static List<Piece> pieces(int width, IntPredicate inked) {
    var pieces = new ArrayList<Piece>();
    int start = -1;
    for (int x = 0; x <= width; x++) {
      boolean ink = x < width && inked.test(x);
      if (ink && start < 0) {
        start = x;
      } else if (!ink && start >= 0) {
        pieces.add(new Piece(start, x));
        start = -1;
      }
    }
    return pieces;
  }

  private static List<Piece> joined(List<Piece> pieces, List<Integer> gaps, double least) {
    var joined = new ArrayList<Piece>();
    int start = pieces.getFirst().start;
    for (int i = 1; i < pieces.size(); i++) {
      if (gaps.get(i - 1) >= least) {
        joined.add(new Piece(start, pieces.get(i - 1).end));
        start = pieces.get(i).start;
      }
    }
    joined.add(new Piece(start, pieces.getLast().end));
    return joined;
  }

  private static boolean fit(List<ScannedLine.Word> words, List<Piece> pieces) {
    if (pieces.size() != words.size()) {
      return false;
    }
    double drawn = pieces.stream().mapToInt(Piece::width).sum();
    double usual = words.stream().mapToDouble(word -> width(word.text())).sum();
    for (int i = 0; i < words.size(); i++) {
      double expected = width(words.get(i).text()) * drawn / usual;
      double ratio = pieces.get(i).width() / expected;
      if (words.get(i).text().length() > SHORT && (ratio < NARROW || ratio > WIDE)) {
        return false;
      }
    }
    return true;
  }

  /// In tenths of the height, as in most typefaces.
  private static double width(String word) {
    return Math.max(1, word.chars().mapToDouble(WordPlaces::width).sum());
  }

  private static double width(int letter) {
    if ("iIjltfr.,:;'|!()[]-\u2019\u00b7".indexOf(letter) >= 0) {
      return 3;
    }
    if ("mwMW@".indexOf(letter) >= 0) {
      return 8.5;
    }
    return Character.isUpperCase(letter) ? 6.8 : letter > 0x2e80 ? 10 : 5.4;
  }
}
