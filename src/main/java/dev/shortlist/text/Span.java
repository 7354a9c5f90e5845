package dev.shortlist.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Letters on one baseline without a wide gap: a line, or the part of one that stands in a column.
final class Span {
  /// A gap this wide, in letter heights, is where a column or cell may begin.
  private static final float WIDE = 1.3f;

  /// A gap between words, in letter heights: where blanks are drawn, and where they are not.
  private static final float SPACE = 0.2f;

  private static final float SPACE_WITHOUT_BLANKS = 0.11f;
  private static final float SAME_BASELINE = 0.35f;

  /// A gap, in letter heights, that parts two items, and one that does where the line has narrower
  /// gaps.
  private static final float ITEM = 1.2f;

  private static final float ITEM_AMONG_WORDS = 0.8f;

  final List<Glyph> glyphs = new ArrayList<>();
  float x0;
  float x1;
  float y;
  float size;
  private boolean fromRight;

  Span(Glyph first) {
    x0 = first.x;
    x1 = first.end();
    y = first.y;
    size = first.size;
    glyphs.add(first);
  }

  float top() {
    return y - size * 0.8f;
  }

  float bottom() {
    return y + size * 0.2f;
  }

  float width() {
    return x1 - x0;
  }

  int direction() {
    return glyphs.getFirst().direction;
  }

  /// Whether `glyph` goes on where this ends.
  boolean continuesWith(Glyph glyph) {
    var last = glyphs.getLast();
    float height = Math.max(last.size, glyph.size);
    float gap = glyph.x - x1;
    return last.direction == glyph.direction
        && Math.abs(glyph.y - y) < SAME_BASELINE * height
        && gap < WIDE * height + last.spacing
        && gap > -0.6f * height;
  }

  void add(Glyph glyph) {
    glyphs.add(glyph);
    x0 = Math.min(x0, glyph.x);
    x1 = Math.max(x1, glyph.end());
    size = Math.max(size, glyph.size);
  }

  void add(Span other) {
    glyphs.addAll(other.glyphs);
    x0 = Math.min(x0, other.x0);
    x1 = Math.max(x1, other.x1);
    size = Math.max(size, other.size);
  }

  /// The words, with single spaces, in the order they are read; a tab where a wide gap parts items.
  String text() {
    var drawn = new ArrayList<>(glyphs);
    if (!isOrdered(drawn)) {
      drawn.sort(Comparator.comparingDouble(glyph -> glyph.x));
    }
    boolean numbers = fromRight && glyphs.stream().noneMatch(Span::isLetter);
    boolean turned = numbers || RightToLeft.isAny(glyphs);
    if (turned) {
      drawn.removeIf(Glyph::blank);
    }
    var pieces = isSpaced(drawn) ? spaced(drawn) : words(drawn);
    return turned ? RightToLeft.read(pieces, fromRight) : String.join("", pieces);
  }

  /// Turns left and right: a page written from right to left is laid out as its mirror image.
  void mirror() {
    float left = -x1;
    x1 = -x0;
    x0 = left;
    fromRight = true;
  }

  Box box() {
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (var glyph : glyphs) {
      left = Math.min(left, glyph.seen.x());
      top = Math.min(top, glyph.seen.y());
      right = Math.max(right, glyph.seen.x() + glyph.seen.width());
      bottom = Math.max(bottom, glyph.seen.y() + glyph.seen.height());
    }
    return new Box(left, top, right - left, bottom - top);
  }

  boolean bold() {
    int bold = 0;
    for (var glyph : glyphs) {
      bold += glyph.bold ? 1 : 0;
    }
    return bold * 2 > glyphs.size();
  }

  /// The letters with blanks and tabs between them.
  private static List<String> words(List<Glyph> ordered) {
    var pieces = new ArrayList<String>(ordered.size() + 8);
    float space = spaceFrom(ordered);
    float item = itemFrom(ordered, space);
    Glyph before = null;
    for (var glyph : ordered) {
      if (glyph.blank()) {
        pieces.add(" ");
        continue;
      }
      float gap = before == null ? 0 : gap(before, glyph) / Math.max(before.size, glyph.size);
      if (gap > space) {
        pieces.add(gap > item ? "\t" : " ");
      }
      pieces.add(glyph.text);
      before = glyph;
    }
    return pieces;
  }

  /// The gap, in letter heights, from which on two items are apart: twice that of words.
  private static float itemFrom(List<Glyph> ordered, float space) {
    float narrowest = Float.MAX_VALUE;
    Glyph before = null;
    for (var glyph : ordered) {
      if (!glyph.blank()) {
        float gap = before == null ? 0 : gap(before, glyph) / Math.max(before.size, glyph.size);
        narrowest = gap > space ? Math.min(narrowest, gap) : narrowest;
        before = glyph;
      }
    }
    return Math.min(ITEM, Math.max(ITEM_AMONG_WORDS, narrowest * 2));
  }

  /// The gap, in letter heights, from which on two words are apart.
  private static float spaceFrom(List<Glyph> ordered) {
    boolean blanks = isAnyBlank(ordered);
    var gaps = new float[Math.max(1, ordered.size() - 1)];
    for (int i = 0; i + 1 < ordered.size(); i++) {
      gaps[i] = gap(ordered.get(i), ordered.get(i + 1)) / Math.max(1, ordered.get(i).size);
    }
    Arrays.sort(gaps);
    return Math.max(blanks ? SPACE : SPACE_WITHOUT_BLANKS, gaps[gaps.length / 2] + 0.1f);
  }

  /// Space between two neighbours beyond what the writer puts between all letters.
  private static float gap(Glyph before, Glyph after) {
    return after.x - before.end() - Math.max(0, before.spacing);
  }

  /// Whether the letters are drawn apart, as in `E D U C A T I O N`.
  private static boolean isSpaced(List<Glyph> ordered) {
    int letters = 0;
    int apart = 0;
    Glyph before = null;
    for (var glyph : ordered) {
      if (!glyph.blank()) {
        letters++;
        if (before != null) {
          apart += gap(before, glyph) > SPACE * glyph.size ? 1 : 0;
        }
        before = glyph;
      }
    }
    return letters > 4 && apart >= (letters - 1) * 0.7f;
  }

  /// Words of letters drawn apart: a gap half as wide again as the usual one divides words.
  private static List<String> spaced(List<Glyph> ordered) {
    var letters = ordered.stream().filter(glyph -> !glyph.blank()).toList();
    var gaps = new float[letters.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = gap(letters.get(i), letters.get(i + 1));
    }
    var sorted = gaps.clone();
    Arrays.sort(sorted);
    float usual = sorted[sorted.length / 2];
    var pieces = new ArrayList<>(List.of(letters.getFirst().text));
    for (int i = 0; i < gaps.length; i++) {
      if (gaps[i] > usual * 1.6f) {
        pieces.add(" ");
      }
      pieces.add(letters.get(i + 1).text);
    }
    return pieces;
  }

  private static boolean isLetter(Glyph glyph) {
    return Character.isLetter(glyph.text.codePointAt(0));
  }

  private static boolean isOrdered(List<Glyph> glyphs) {
    for (int i = 1; i < glyphs.size(); i++) {
      if (Double.compare(glyphs.get(i - 1).x, glyphs.get(i).x) > 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAnyBlank(List<Glyph> glyphs) {
    for (int i = 0; i < glyphs.size(); i++) {
      if (glyphs.get(i).blank()) {
        return true;
      }
    }
    return false;
  }
}
