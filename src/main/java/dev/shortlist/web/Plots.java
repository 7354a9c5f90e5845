package dev.shortlist.web;

import dev.shortlist.figures.Figures;
import dev.shortlist.match.Answer;
import dev.shortlist.screening.Sought;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What the drawings beside a list are made of, in the units of their view boxes.
final class Plots {
  private static final int COLUMNS = 20;
  private static final int STEP = 100 / COLUMNS;
  private static final double WIDTH = 10;
  private static final double HEIGHT = 60;
  private static final double LEAST = 1.5;

  private Plots() {}

  /// Number of CVs for each five points, in a box of 200 by 64; those the list leaves out are pale.
  static List<Piece> scores(Figures figures, Sought sought) {
    var counts = counts(figures);
    int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
    var columns = new ArrayList<Piece>();
    for (int i = 0; i < COLUMNS; i++) {
      if (counts.get(i) > 0) {
        double height = Math.max(LEAST, HEIGHT * counts.get(i) / most);
        boolean within = i * STEP + STEP > sought.least() && i * STEP <= sought.most();
        columns.add(
            new Piece(within ? "in" : "out", i * WIDTH + 1, 63 - height, WIDTH - 2, height));
      }
    }
    return columns;
  }

  /// The same for those who do not see it: how many CVs have how many points.
  static String scoresInWords(Figures figures) {
    return Texts.say(
        "screening.scores.words",
        figures.between(75, 100),
        figures.between(50, 74),
        figures.between(25, 49),
        figures.between(0, 24));
  }

  private static List<Integer> counts(Figures figures) {
    var counts = new ArrayList<Integer>();
    for (int i = 0; i < COLUMNS; i++) {
      counts.add(figures.between(i * STEP, i == COLUMNS - 1 ? 100 : i * STEP + STEP - 1));
    }
    return counts;
  }

  /// How the pool answers a requirement, as pieces of a bar 100 wide.
  static List<Piece> coverage(Figures figures, String requirement) {
    int all = 0;
    for (var answer : Answer.values()) {
      all += figures.count(requirement, answer);
    }
    var pieces = new ArrayList<Piece>();
    double x = 0;
    for (var answer : Answer.values()) {
      double width = all == 0 ? 0 : 100.0 * figures.count(requirement, answer) / all;
      if (width > 0) {
        pieces.add(new Piece(tone(answer), x, 0, width, 4));
      }
      x += width;
    }
    return pieces;
  }

  /// Style of an answer: no data is grey, never red.
  static String tone(Answer answer) {
    return switch (answer) {
      case MET -> "good";
      case PARTLY -> "fair";
      case NOT -> "poor";
      case UNKNOWN -> "none";
    };
  }

  /// The marks of the pool, and those the list asks for.
  static List<String> marks(Figures figures, ListQuery query) {
    var marks = new TreeSet<>(figures.marks().keySet());
    marks.addAll(query.all("mark"));
    return marks.stream().filter(Words::hasMark).toList();
  }

  /// @param tone its style
  record Piece(String tone, double x, double y, double width, double height) {}
}
