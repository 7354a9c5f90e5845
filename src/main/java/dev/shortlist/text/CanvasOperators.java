package dev.shortlist.text;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// The operators of a content stream that paint, as far as a [Canvas] needs them.
///
/// Colours are taken from their numbers, without colour profiles: this is about contrast, not tone.
/// Source: ISO 32000-1, tables 59, 60, 61 and 74.
final class CanvasOperators {
  private final PageContent content;
  private final Canvas canvas;
  private Ink ink = Ink.NUMBERS;

  CanvasOperators(PageContent content, Canvas canvas) {
    this.content = content;
    this.canvas = canvas;
  }

  void paint(int operation, Operands operands) {
    switch (operation) {
      case Operation.POINT, Operation.LINE -> points(operands, true);
      case Operation.CURVE, Operation.CURVE_FROM_HERE, Operation.CURVE_TO_END ->
          points(operands, false);
      case Operation.RECTANGLE -> rectangle(operands);
      case Operation.CLIP, Operation.CLIP_EVEN_ODD -> canvas.clipWithPath();
      case Operation.FILL,
          Operation.FILL_OLD,
          Operation.FILL_EVEN_ODD,
          Operation.FILL_STROKE,
          Operation.FILL_STROKE_EVEN_ODD,
          Operation.CLOSE_FILL_STROKE,
          Operation.CLOSE_FILL_STROKE_EVEN_ODD -> {
        canvas.fill(content.state().opacity(), letters());
        canvas.endPath();
      }
      case Operation.END_PATH, Operation.STROKE, Operation.CLOSE_STROKE -> canvas.endPath();
      case Operation.SHADE -> canvas.picture(canvas.clip(), letters());
      case Operation.PICTURE -> picture();
      case Operation.COLOR_SPACE -> space(operands.name(0));
      case Operation.GRAY,
          Operation.RGB,
          Operation.CMYK,
          Operation.COLOR,
          Operation.COLOR_OR_PATTERN ->
          canvas.color(rgb(operands));
      default -> {
        // What is left moves no letter and hides none.
      }
    }
  }

  private int letters() {
    return content.pen().glyphs().size();
  }

  private void points(Operands operands, boolean straight) {
    for (int i = 0; i + 1 < operands.size(); i += 2) {
      point(operands.number(i), operands.number(i + 1), straight);
    }
  }

  /// A point where it is on the page as it is cropped.
  private void point(float x, float y, boolean straight) {
    var page = content.state().page;
    var crop = content.crop();
    canvas.point(
        page.x(x, y) - crop.getLowerLeftX(), page.y(x, y) - crop.getLowerLeftY(), straight);
  }

  private void rectangle(Operands operands) {
    if (operands.size() < 4) {
      return;
    }
    float x = operands.number(0);
    float y = operands.number(1);
    point(x, y, true);
    point(x + operands.number(2), y + operands.number(3), true);
  }

  /// A picture fills the unit square of the current coordinates.
  void picture() {
    canvas.picture(content.onPage(0, 0, 1, 1), letters());
  }

  /// A new colour space starts with black, or with no colour we can name.
  private void space(@Nullable COSName name) {
    ink = name == null ? Ink.NUMBERS : ink(name);
    canvas.color(ink == Ink.OTHER ? Canvas.UNKNOWN : 0);
  }

  private enum Ink {
    NUMBERS,
    BLACK,
    OTHER
  }

  private Ink ink(COSName plain) {
    if (plain.getName().startsWith("Device")) {
      return Ink.NUMBERS;
    }
    var spaces = content.resources().getCOSObject().getDictionaryObject(COSName.COLORSPACE);
    var space = spaces instanceof COSDictionary all ? all.getDictionaryObject(plain) : null;
    if (!(space instanceof COSArray array) || array.size() < 2) {
      return plain.getName().equals("Pattern") ? Ink.OTHER : Ink.NUMBERS;
    }
    var kind = array.getName(0, "");
    return switch (kind) {
      case "ICCBased", "CalRGB", "CalGray" -> Ink.NUMBERS;
      case "Separation" -> array.getName(1, "").matches("Black|All") ? Ink.BLACK : Ink.OTHER;
      default -> Ink.OTHER;
    };
  }

  private int rgb(Operands operands) {
    int size = operands.size();
    if (size == 0 || !operands.isNumber(size - 1)) {
      return Canvas.UNKNOWN;
    }
    float first = operands.number(0);
    return switch (size) {
      case 1 ->
          switch (ink) {
            case NUMBERS -> rgb(first, first, first);
            case BLACK -> rgb(1 - first, 1 - first, 1 - first);
            case OTHER -> Canvas.UNKNOWN;
          };
      case 3 -> rgb(first, operands.number(1), operands.number(2));
      case 4 -> {
        float light = 1 - operands.number(3);
        yield rgb(
            (1 - first) * light,
            (1 - operands.number(1)) * light,
            (1 - operands.number(2)) * light);
      }
      default -> Canvas.UNKNOWN;
    };
  }

  private static int rgb(float red, float green, float blue) {
    return level(red) << 16 | level(green) << 8 | level(blue);
  }

  private static int level(float share) {
    return Math.clamp(Math.round(share * 255), 0, 255);
  }
}
