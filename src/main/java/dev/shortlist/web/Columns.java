package dev.shortlist.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A drawing of one value a day: a column each, the second kind on top of the first.
///
/// @param title what is drawn, for those who do not see it
/// @param scale what the highest column stands for
/// @param columns oldest first
record Columns(String title, String scale, List<Column> columns) {
  static final int HEIGHT = 100;
  static final int STEP = 10;

  /// @param label what is said of the column: the day, and its values
  record Column(String day, String label, double lower, double upper) {}

  double most() {
    return most(columns);
  }

  static double most(List<Column> columns) {
    return columns.stream().mapToDouble(one -> one.lower() + one.upper()).max().orElse(0);
  }

  int width() {
    return columns.size() * STEP;
  }

  /// Each column as rectangles: x, y, height and style.
  List<Bar> bars() {
    var bars = new ArrayList<Bar>();
    double most = most();
    for (int i = 0; i < columns.size() && most > 0; i++) {
      var column = columns.get(i);
      double lower = HEIGHT * column.lower() / most;
      double upper = HEIGHT * column.upper() / most;
      bars.add(new Bar(i * STEP + 1, HEIGHT - lower, lower, "lower"));
      bars.add(new Bar(i * STEP + 1, HEIGHT - lower - upper, upper, "upper"));
    }
    return bars;
  }

  record Bar(int x, double top, double height, String style) {
    String y() {
      return String.format(Locale.ROOT, "%.1f", top);
    }

    String tall() {
      return String.format(Locale.ROOT, "%.1f", height);
    }
  }
}
