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
  private static final int CONTRAST = 40;
  private static final int MOST_AREAS = 2000;
  private static final int MANY_AREAS = 100;
  private static final float SMALLEST = 3;
  private static final float OPAQUE = 0.98f;

  /// Areas that may or may not be painted at a point double what may be seen there; with more, none
  /// can tell.
  private static final int MOST_CASES = 64;

  /// A painted area.
  ///
  /// @param rgb its colour, [#UNKNOWN] for pictures and shadings
  /// @param alpha how much of what lies below it covers: 1 all of it
  /// @param whole whether all of the box is painted
  /// @param letters number of letters drawn before it
  record Area(Bounds bounds, int rgb, float alpha, boolean whole, int letters) {}

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

  /// How many states are saved.
  int saved() {
    return states.size();
  }

  /// Restores until no more than `count` states are saved.
  void restoreTo(int count) {
    while (states.size() > count) {
      restore();
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
      add(new Area(bounds, state.rgb, alpha < OPAQUE ? alpha : 1, rectangle, letters));
    }
  }

  void picture(Bounds bounds, int letters) {
    var shown = bounds.within(state.clip);
    if (!shown.isSmall()) {
      add(new Area(shown, UNKNOWN, 1, true, letters));
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
  ///
  /// @param opacity how much the letter covers of what is under it
  boolean standsOut(float x, float y, int rgb, float opacity) {
    if (rgb == UNKNOWN || overflow) {
      return false;
    }
    return new Sight(x, y, rgb, opacity).standsOut(areas.size(), 0, 0, 0, 1);
  }

  /// A letter of colour `rgb` at a point, looked at through what is painted there from the top
  /// down.
  private final class Sight {
    private final float x;
    private final float y;
    private final int rgb;
    private final float contrast;
    private int cases;

    Sight(float x, float y, int rgb, float opacity) {
      this.x = x;
      this.y = y;
      this.rgb = rgb;
      this.contrast = CONTRAST / opacity;
    }

    /// @param above areas from here on are looked through already
    /// @param red what they add to the colour that is seen; so do the next two
    /// @param rest how much of what lies below shows through them
    boolean standsOut(int above, float red, float green, float blue, float rest) {
      for (int i = above - 1; i >= 0; i--) {
        var area = areas.get(i);
        if (!area.bounds.holds(x, y)) {
          continue;
        }
        if (area.rgb == UNKNOWN || ++cases > MOST_CASES) {
          return false;
        }
        if (!area.whole && !standsOut(i, red, green, blue, rest)) {
          return false;
        }
        float share = rest * area.alpha;
        red += share * (area.rgb >> 16 & 0xFF);
        green += share * (area.rgb >> 8 & 0xFF);
        blue += share * (area.rgb & 0xFF);
        rest -= share;
        if (area.alpha == 1) {
          return contrasts(red, green, blue);
        }
      }
      return contrasts(red + rest * 0xFF, green + rest * 0xFF, blue + rest * 0xFF);
    }

    private boolean contrasts(float red, float green, float blue) {
      return Math.abs(red - (rgb >> 16 & 0xFF)) >= contrast
          || Math.abs(green - (rgb >> 8 & 0xFF)) >= contrast
          || Math.abs(blue - (rgb & 0xFF)) >= contrast;
    }
  }

  /// Whether a picture lies under this point.
  boolean hasPicture(float x, float y) {
    for (var area : areas) {
      if (area.rgb == UNKNOWN && area.whole && area.bounds.holds(x, y)) {
        return true;
      }
    }
    return false;
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
}
