package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which page is to be painted, and how; it crosses the pipe as text.
///
/// @param blind whether nothing but known letters and straight lines is painted: a photograph, a
///   signature or a name drawn as a shape tells who it is
/// @param covers what is painted over
/// @param scanned lines read from the picture that the page is, where it is one: of it only what
///   [ScanMask] leaves is painted
record PageOrder(int page, boolean blind, List<Cover> covers, List<ScannedLine> scanned) {
  private static final String COVERED = "c";
  private static final String SCANNED = "s";
  private static final String HIDDEN = "-";
  private static final String SHOWN = "+";

  PageOrder {
    covers = List.copyOf(covers);
    scanned = List.copyOf(scanned);
  }

  PageOrder(int page, boolean blind, List<Cover> covers) {
    this(page, blind, covers, List.of());
  }

  String words() {
    var words = new StringBuilder(page + "\t" + blind);
    for (var cover : covers) {
      words.append(place(COVERED, cover.line()));
      words.append('\t').append(cover.words().replaceAll("\\s+", " "));
    }
    for (var line : scanned) {
      words.append(place(SCANNED, line.box())).append('\t').append(line.size());
      for (var word : line.words()) {
        words.append('\t').append(word.hidden() ? HIDDEN : SHOWN);
        words.append(word.text().replaceAll("\\s+", ""));
      }
    }
    return words.toString();
  }

  private static String place(String kind, Box box) {
    return String.format(
        Locale.ROOT, "\n%s\t%f\t%f\t%f\t%f", kind, box.x(), box.y(), box.width(), box.height());
  }

  static PageOrder of(String words) {
    var lines = words.split("\n", -1);
    var head = lines[0].split("\t", 2);
    var covers = new ArrayList<Cover>();
    var scanned = new ArrayList<ScannedLine>();
    for (int i = 1; i < lines.length; i++) {
      var fields = lines[i].split("\t", -1);
      var box = new Box(number(fields[1]), number(fields[2]), number(fields[3]), number(fields[4]));
      if (fields[0].equals(COVERED)) {
        covers.add(new Cover(box, fields[5]));
      } else {
        scanned.add(new ScannedLine(box, number(fields[5]), words(fields)));
      }
    }
    return new PageOrder(Integer.parseInt(head[0]), Boolean.parseBoolean(head[1]), covers, scanned);
  }

  private static List<ScannedLine.Word> words(String[] fields) {
    return Stream.of(fields)
        .skip(6)
        .map(field -> new ScannedLine.Word(field.substring(1), field.startsWith(HIDDEN)))
        .toList();
  }

  private static float number(String text) {
    return Float.parseFloat(text);
  }
}
