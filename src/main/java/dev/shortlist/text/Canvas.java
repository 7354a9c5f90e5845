package dev.shortlist.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What is painted on a page besides letters, as far as it takes to tell whether a letter can be
/// seen: areas with their colours in the order they are painted, and the current clip.
///
/// Areas are the bounding boxes of paths, in points, origin lower left.
final class Canvas {
  static final int UNKNOWN = -1;
  static final int WHITE = 0xFFFFFF;
  private static final int CONTRAST = 40;
  private static final int MOST_AREAS = 2000;
  private static final int MANY_AREAS = 100;
  private static final float SMALLEST = 3;

  /// A painted area.
  ///
  /// @param rgb its colour, [#UNKNOWN] for pictures and shadings
  /// @param whole whether all of the box is painted
  /// @param letters number of letters drawn before it
  record Area(Bounds bounds, int rgb, boolean whole, int letters) {}

  record Bounds(float left, float bottom, float right, float top) {
    static final Bounds EVERYTHING =
        new Bounds(-Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE);

    Bounds within(Bounds other) {
      return new Bounds(
          Math.max(left, other.left),
          Math.max(bottom, other.bottom),
          Math.min(right, other.right),
          Math.min(top, other.top));
    }

    boolean holds(float x, float y) {
      return x >= left && x <= right && y >= bottom && y <= top;
    }

    float area() {
      return (right - left) * (top - bottom);
    }

    boolean isSmall() {
      return right - left < SMALLEST || top - bottom < SMALLEST;
    }
  }

  /// What the operators `q` and `Q` save and restore.
  private record State(Bounds clip, int rgb) {}

  private final List<Area> areas = new ArrayList<>();
  private final Deque<State> states = new ArrayDeque<>();
  private State state = new State(Bounds.EVERYTHING, 0);
  private float left;
  private float bottom;
  private float right;
  private float top;
  private boolean rectangle;
  private boolean clipping;
  private boolean overflow;

  Canvas() {
    endPath();
  }

  void save() {
    states.push(state);
  }

  void restore() {
    if (!states.isEmpty()) {
      state = states.pop();
    }
  }

  void color(int rgb) {
    state = new State(state.clip, rgb);
  }

  int color() {
    return state.rgb;
  }

  Bounds clip() {
    return state.clip;
  }

  void clip(Bounds bounds) {
    state = new State(state.clip.within(bounds), state.rgb);
  }

  /// The path goes through this point.
  void point(float x, float y, boolean straight) {
    left = Math.min(left, x);
    bottom = Math.min(bottom, y);
    right = Math.max(right, x);
    top = Math.max(top, y);
    rectangle &= straight;
  }

  /// The path will clip what is painted after it.
  void clipWithPath() {
    clipping = true;
  }

  void fill(float alpha, int letters) {
    var bounds = new Bounds(left, bottom, right, top).within(state.clip);
    if (alpha > 0.02f && !bounds.isSmall()) {
      add(new Area(bounds, alpha < 0.98f ? UNKNOWN : state.rgb, rectangle, letters));
    }
  }

  void picture(Bounds bounds, int letters) {
    var shown = bounds.within(state.clip);
    if (!shown.isSmall()) {
      add(new Area(shown, UNKNOWN, true, letters));
    }
  }

  void endPath() {
    if (clipping && right >= left) {
      clip(new Bounds(left, bottom, right, top));
    }
    clipping = false;
    rectangle = true;
    left = Float.MAX_VALUE;
    bottom = Float.MAX_VALUE;
    right = -Float.MAX_VALUE;
    top = -Float.MAX_VALUE;
  }

  /// Whether a letter of colour `rgb` at this point stands out from everything painted so far that
  /// may lie directly under it; the page itself is white.
  boolean standsOut(float x, float y, int rgb) {
    if (rgb == UNKNOWN || overflow) {
      return false;
    }
    for (int i = areas.size() - 1; i >= 0; i--) {
      var area = areas.get(i);
      if (area.bounds.holds(x, y)) {
        if (!contrasts(area.rgb, rgb)) {
          return false;
        }
        if (area.whole) {
          return true;
        }
      }
    }
    return contrasts(WHITE, rgb);
  }

  /// Whether a picture lies under this point.
  boolean hasPicture(float x, float y) {
    return areas.stream().anyMatch(a -> a.rgb == UNKNOWN && a.whole && a.bounds.holds(x, y));
  }

  /// Whether one picture takes at least a quarter of a page of `size` square points, or there are
  /// so many shapes that they may be letters.
  boolean picturesCover(float size) {
    return areas.size() >= MANY_AREAS
        || areas.stream().anyMatch(a -> a.rgb == UNKNOWN && a.bounds.area() > size / 4);
  }

  /// Areas painted after some letters were.
  List<Area> over() {
    return areas.stream().filter(area -> area.letters > 0).toList();
  }

  private void add(Area area) {
    if (areas.size() < MOST_AREAS) {
      areas.add(area);
    } else {
      overflow = true;
    }
  }

  private static boolean contrasts(int one, int other) {
    if (one == UNKNOWN) {
      return false;
    }
    int red = Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF));
    int green = Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF));
    int blue = Math.abs((one & 0xFF) - (other & 0xFF));
    return Math.max(red, Math.max(green, blue)) >= CONTRAST;
  }
}
