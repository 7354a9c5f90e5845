package dev.shortlist.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds where words stand on a page, letter by letter.
final class Covering {
  /// Words this long are covered wherever they stand on the page.
  private static final int TELLING = 4;

  private static final int SHORTEST_REST = 2;

  /// How many line heights below its beginning the rest of a divided word may stand.
  private static final float REACH = 4;

  private static final float MARGIN = 1.2f;

  private final List<RowLetters> rows;

  private Covering(List<RowLetters> rows) {
    this.rows = rows;
  }

  /// The letters of a row without blanks, and which glyph each came from.
  private record RowLetters(Box box, String letters, List<Glyph> glyphs) {}

  static Covering of(List<Glyph> glyphs) {
    return new Covering(PageLayout.rows(glyphs).stream().map(row -> letters(row.span())).toList());
  }

  /// Places that hide `covers`: the words, or the whole line where they are not found in it.
  List<Box> boxes(List<Cover> covers) {
    var boxes = new ArrayList<Box>();
    for (var cover : covers) {
      String words = plain(cover.words());
      boolean found = false;
      for (var row : rows) {
        boolean here = overlap(row.box, cover.line());
        if (!words.isEmpty() && (here || words.length() >= TELLING)) {
          found |= add(row, words, boxes) && here;
        }
      }
      if (!found) {
        boxes.add(wider(cover.line()));
        rows.forEach(row -> addRest(row, cover.line(), words, boxes));
      }
    }
    return boxes;
  }

  private static boolean add(RowLetters row, String words, List<Box> boxes) {
    boolean found = false;
    for (int at = row.letters.indexOf(words); at >= 0; at = row.letters.indexOf(words, at + 1)) {
      boxes.add(wider(box(row.glyphs.subList(at, at + words.length()))));
      found = true;
    }
    return found;
  }

  /// The rest of a word that a line's end divides stands at the beginning of a row below.
  private static void addRest(RowLetters row, Box line, String words, List<Box> boxes) {
    float below = row.box.y() - line.y();
    if (below <= 0 || below > REACH * line.height()) {
      return;
    }
    for (int at = 1; at <= words.length() - SHORTEST_REST; at++) {
      if (row.letters.startsWith(words.substring(at))) {
        boxes.add(wider(box(row.glyphs.subList(0, words.length() - at))));
        return;
      }
    }
  }

  private static RowLetters letters(Span span) {
    var drawn = new ArrayList<>(span.glyphs);
    drawn.sort(Comparator.comparingDouble(glyph -> glyph.x));
    var letters = new StringBuilder();
    var from = new ArrayList<Glyph>();
    for (var glyph : drawn) {
      String plain = plain(glyph.text);
      letters.append(plain);
      for (int i = 0; i < plain.length(); i++) {
        from.add(glyph);
      }
    }
    return new RowLetters(span.box(), letters.toString(), from);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}\\s\\p{Z}\\p{Cf}]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Box box(List<Glyph> glyphs) {
    @Nullable Box all = null;
    for (var glyph : glyphs) {
      all = all == null ? glyph.seen : union(all, glyph.seen);
    }
    return all == null ? new Box(0, 0, 0, 0) : all;
  }

  private static Box union(Box a, Box b) {
    float x = Math.min(a.x(), b.x());
    float y = Math.min(a.y(), b.y());
    return new Box(
        x,
        y,
        Math.max(a.x() + a.width(), b.x() + b.width()) - x,
        Math.max(a.y() + a.height(), b.y() + b.height()) - y);
  }

  /// Letters reach beyond their boxes: descenders, italics, accents.
  private static Box wider(Box box) {
    float more = MARGIN + box.height() * 0.3f;
    return new Box(
        box.x() - MARGIN, box.y() - more, box.width() + 2 * MARGIN, box.height() + 2 * more);
  }

  private static boolean overlap(Box a, Box b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }
}
