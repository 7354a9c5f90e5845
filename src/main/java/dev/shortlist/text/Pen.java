package dev.shortlist.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Sets the letters of a page: tells for each where it stands and whether it can be seen.
final class Pen {
  private static final float TINY = 2;
  private static final float SQUEEZED = 20;

  /// Text rendering modes; ISO 32000-1, table 106.
  private static final int STROKE = 1;

  private static final int NEITHER = 3;
  private static final int CLIP = 4;

  private final Canvas canvas;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final int turned;
  private final float left;
  private final float bottom;
  private final float width;
  private final float height;
  private int drawn;
  private int known;

  Pen(PDPage page, PDRectangle crop, Canvas canvas) {
    this.canvas = canvas;
    turned = page.getRotation();
    left = crop.getLowerLeftX();
    bottom = crop.getLowerLeftY();
    width = crop.getWidth();
    height = crop.getHeight();
  }

  /// The letters in the order they were drawn.
  List<Glyph> glyphs() {
    return glyphs;
  }

  int drawn() {
    return drawn;
  }

  /// Letters whose meaning the file tells.
  int known() {
    return known;
  }

  /// Draws `string` and moves on.
  ///
  /// @param hidden whether it is drawn on a layer that does not show
  void show(byte[] string, GraphicsState state, boolean hidden) throws IOException {
    var face = state.face;
    var text = state.text;
    if (face == null || text == null) {
      return;
    }
    float size = state.size;
    var style =
        new Transform(size * state.stretch, 0, 0, size, 0, state.rise).then(text).then(state.page);
    var hand = new Hand(state, face, style, hidden);
    float e = text.e();
    float f = text.f();
    var codes = new Codes(string, face);
    while (codes.next()) {
      float words = codes.isBlank() ? state.wordSpacing : 0;
      var letter = face.letter(codes.code);
      drawn++;
      known += letter.known() ? 1 : 0;
      if (!letter.text().isEmpty()) {
        hand.set(letter, text, e, f);
      }
      // As Transform.moved does, without an object for each letter.
      boolean upright = letter.origin() == null;
      float x = upright ? (letter.width() * size + state.spacing + words) * state.stretch : 0;
      float y = upright ? 0 : letter.drop() * size + state.spacing + words;
      e += x * text.a() + y * text.c();
      f += x * text.b() + y * text.d();
      Transform.check(e, f);
    }
    state.text = new Transform(text.a(), text.b(), text.c(), text.d(), e, f);
  }

  /// The codes of a string, one after another.
  private static final class Codes {
    private final byte[] string;
    private final Face face;
    private int at;
    private int length;
    private int code;

    Codes(byte[] string, Face face) {
      this.string = string;
      this.face = face;
    }

    boolean next() throws IOException {
      at += length;
      int left = string.length - at;
      if (left <= 0) {
        return false;
      }
      length = face.codeLength();
      if (length == 1) {
        code = string[at] & 0xFF;
      } else if (length == 2 && left >= 2) {
        code = ((string[at] & 0xFF) << 8) | (string[at + 1] & 0xFF);
      } else {
        var in = new ByteArrayInputStream(string, at, left);
        code = face.code(in);
        length = left - in.available();
      }
      return true;
    }

    boolean isBlank() {
      return code == ' ' && length == 1;
    }
  }

  /// What the letters of one string have in common.
  private final class Hand {
    private final GraphicsState state;
    private final Face face;
    private final Transform style;
    private final boolean hidden;
    private final int direction;
    private final float size;
    private final float spacing;
    private final float cos;
    private final float sin;

    /// @param style from the unit square of a letter to the page
    Hand(GraphicsState state, Face face, Transform style, boolean hidden) throws IOException {
      this.state = state;
      this.face = face;
      this.style = style;
      this.hidden = hidden;
      direction = style.direction();
      size = size();
      spacing = state.spacing * style.width() / Math.max(0.01f, state.size);
      float a = style.a();
      float b = style.b();
      float scale = Math.max(0.001f, (float) Math.sqrt((double) a * a + (double) b * b));
      cos = a / scale;
      sin = b / scale;
    }

    private float size() throws IOException {
      float stated = style.height();
      if (face.drawn()) {
        float drawn = Math.abs(face.drawnHeight() * stated);
        float height = drawn * 1.6f;
        if (stated > drawn && stated < drawn * 2.7f) {
          return stated;
        }
        return height > 1 && height < 200 ? height : 10;
      }
      return stated > 0 || state.text == null ? stated : (int) (state.size * state.text.width());
    }

    /// @param e where in `text` it stands, instead of where that begins; so is `f`
    void set(Face.Letter letter, Transform text, float e, float f) {
      var page = state.page;
      float rise = state.rise;
      float startX = rise * text.c() + e;
      float startY = rise * text.d() + f;
      float x = startX * page.a() + startY * page.c() + page.e();
      float y = startX * page.b() + startY * page.d() + page.f();
      if (letter.origin() != null) {
        float byX = letter.origin().getX();
        float byY = letter.origin().getY();
        x += byX * style.a() + byY * style.c();
        y += byX * style.b() + byY * style.d();
      }
      float along = letter.width() * state.size * state.stretch;
      float across = letter.drop() * state.size;
      float stepX = along * text.a() + across * text.c() + e;
      float stepY = along * text.b() + across * text.d() + f;
      float endX = stepX * page.a() + stepY * page.c() + page.e();
      float endY = stepX * page.b() + stepY * page.d() + page.f();
      add(letter, x - left, y - bottom, Math.abs(endX - x), Math.abs(endY - y));
    }

    /// @param byX how far it reaches on the page from left to right
    /// @param byY how far it reaches from below upwards
    private void add(Face.Letter letter, float x, float y, float byX, float byY) {
      float advance = direction % 180 == 0 ? byX : byY;
      float high = size * 0.75f;
      float wide = turned % 180 == 0 ? byX : byY;
      boolean upright = direction % 180 == 0;
      var seen =
          new Box(
              rotatedX(turned, x, y),
              (turned % 180 == 0 ? height : width) - rotatedY(turned, x, y) - high,
              upright ? wide : high,
              upright ? high : wide);
      float up = size * 0.3f;
      var glyph =
          new Glyph(
              letter.text(),
              rotatedX(direction, x, y),
              (upright ? height : width) - rotatedY(direction, x, y),
              advance,
              size,
              direction,
              face.bold(),
              spacing,
              seen,
              x + cos * advance / 2 - sin * up,
              y + sin * advance / 2 + cos * up);
      if (!glyph.blank()) {
        glyph.visibility = visibility(glyph);
      }
      glyphs.add(glyph);
    }

    private Glyph.Visibility visibility(Glyph glyph) {
      float x = glyph.centerX;
      float y = glyph.centerY;
      boolean page = x >= 0 && y >= 0 && x <= width && y <= height;
      boolean tiny = size < TINY && glyph.width < TINY;
      boolean squeezed = style.width() * SQUEEZED < style.height();
      if (hidden || !page || tiny || squeezed || !canvas.clip().holds(x, y)) {
        return Glyph.Visibility.HIDDEN;
      }
      return switch (state.mode % CLIP) {
        case NEITHER ->
            canvas.hasPicture(x, y) ? Glyph.Visibility.OVER_PICTURE : Glyph.Visibility.HIDDEN;
        case STROKE -> Glyph.Visibility.DOUBTFUL;
        default -> filled(x, y);
      };
    }

    private Glyph.Visibility filled(float x, float y) {
      float opacity = state.opacity();
      if (opacity < 0.05f) {
        return Glyph.Visibility.HIDDEN;
      }
      return !state.isMasked() && canvas.standsOut(x, y, canvas.color(), opacity)
          ? Glyph.Visibility.VISIBLE
          : Glyph.Visibility.DOUBTFUL;
    }
  }

  private float rotatedX(int degrees, float x, float y) {
    return switch (degrees) {
      case 0 -> x;
      case 90 -> y;
      case 180 -> width - x;
      case 270 -> height - y;
      default -> 0;
    };
  }

  private float rotatedY(int degrees, float x, float y) {
    return switch (degrees) {
      case 0 -> y;
      case 90 -> width - x;
      case 180 -> height - y;
      case 270 -> x;
      default -> 0;
    };
  }
}
