package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Which page is to be painted, and how; it crosses the pipe as text.
///
/// @param blind whether nothing but known letters and straight lines is painted: a photograph, a
///   signature or a name drawn as a shape tells who it is
/// @param covers what is painted over
record PageOrder(int page, boolean blind, List<Cover> covers) {
  PageOrder {
    covers = List.copyOf(covers);
  }

  String words() {
    var words = new StringBuilder(page + "\t" + blind);
    for (var cover : covers) {
      var box = cover.line();
      words.append(
          String.format(
              Locale.ROOT,
              "\n%f\t%f\t%f\t%f\t%s",
              box.x(),
              box.y(),
              box.width(),
              box.height(),
              cover.words().replaceAll("\\s+", " ")));
    }
    return words.toString();
  }

  static PageOrder of(String words) {
    var lines = words.split("\n", -1);
    var head = lines[0].split("\t", 2);
    var covers = new ArrayList<Cover>();
    for (int i = 1; i < lines.length; i++) {
      var fields = lines[i].split("\t", 5);
      var box = new Box(number(fields[0]), number(fields[1]), number(fields[2]), number(fields[3]));
      covers.add(new Cover(box, fields[4]));
    }
    return new PageOrder(Integer.parseInt(head[0]), Boolean.parseBoolean(head[1]), covers);
  }

  private static float number(String text) {
    return Float.parseFloat(text);
  }
}
