package dev.shortlist.text;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/// The drawing operators of PDF, as far as a [Canvas] needs them.
///
/// Colours are taken from their numbers, without colour profiles: this is about contrast, not tone.
/// Source: ISO 32000-1, tables 59, 60, 61 and 74.
final class CanvasOperators {
  /// What an operator does.
  private interface Action {
    void on(List<COSBase> operands) throws IOException;
  }

  private final PDFStreamEngine engine;
  private final Supplier<Canvas> canvas;
  private final IntSupplier letters;

  CanvasOperators(PDFStreamEngine engine, Supplier<Canvas> canvas, IntSupplier letters) {
    this.engine = engine;
    this.canvas = canvas;
    this.letters = letters;
  }

  void install() {
    on("m", operands -> points(operands, 0, true));
    on("l", operands -> points(operands, 0, true));
    for (var curve : List.of("c", "v", "y")) {
      on(curve, operands -> points(operands, 0, false));
    }
    on("re", this::rectangle);
    on("W", operands -> canvas.get().clipWithPath());
    on("W*", operands -> canvas.get().clipWithPath());
    for (var fill : List.of("f", "F", "f*", "B", "B*", "b", "b*")) {
      on(fill, operands -> fill());
    }
    for (var end : List.of("n", "S", "s")) {
      on(end, operands -> canvas.get().endPath());
    }
    on("sh", operands -> canvas.get().picture(canvas.get().clip(), letters.getAsInt()));
    on("BI", operands -> picture());
    on("g", this::color);
    on("rg", this::color);
    on("k", this::color);
    on("cs", this::space);
    on("sc", this::color);
    on("scn", this::color);
    engine.addOperator(new Pictures());
  }

  private void on(String name, Action action) {
    engine.addOperator(
        new OperatorProcessor(engine) {
          @Override
          public void process(Operator operator, List<COSBase> operands) throws IOException {
            action.on(operands);
          }

          @Override
          public String getName() {
            return name;
          }
        });
  }

  private void points(List<COSBase> operands, int from, boolean straight) {
    for (int i = from; i + 1 < operands.size(); i += 2) {
      point(number(operands.get(i)), number(operands.get(i + 1)), straight);
    }
  }

  private void point(float x, float y, boolean straight) {
    var place = place(x, y);
    canvas.get().point(place.x, place.y, straight);
  }

  /// Where a point is on the page as it is cropped.
  private Point2D.Float place(float x, float y) {
    var place = engine.transformedPoint(x, y);
    var crop = engine.getCurrentPage().getCropBox();
    place.x -= crop.getLowerLeftX();
    place.y -= crop.getLowerLeftY();
    return place;
  }

  private void rectangle(List<COSBase> operands) {
    if (operands.size() < 4) {
      return;
    }
    float x = number(operands.get(0));
    float y = number(operands.get(1));
    point(x, y, true);
    point(x + number(operands.get(2)), y + number(operands.get(3)), true);
  }

  private void fill() {
    canvas
        .get()
        .fill((float) engine.getGraphicsState().getNonStrokeAlphaConstant(), letters.getAsInt());
    canvas.get().endPath();
  }

  /// A picture fills the unit square of the current coordinates.
  private void picture() {
    var a = place(0, 0);
    var b = place(1, 1);
    var c = place(0, 1);
    var d = place(1, 0);
    canvas
        .get()
        .picture(
            new Canvas.Bounds(
                Math.min(Math.min(a.x, b.x), Math.min(c.x, d.x)),
                Math.min(Math.min(a.y, b.y), Math.min(c.y, d.y)),
                Math.max(Math.max(a.x, b.x), Math.max(c.x, d.x)),
                Math.max(Math.max(a.y, b.y), Math.max(c.y, d.y))),
            letters.getAsInt());
  }

  /// A new colour space starts with black, or with no colour we can name.
  private void space(List<COSBase> operands) {
    ink = operands.isEmpty() ? Ink.NUMBERS : ink(operands.getFirst());
    canvas.get().color(ink == Ink.OTHER ? Canvas.UNKNOWN : 0);
  }

  private enum Ink {
    NUMBERS,
    BLACK,
    OTHER
  }

  private Ink ink = Ink.NUMBERS;

  private Ink ink(COSBase name) {
    if (!(name instanceof COSName plain) || plain.getName().startsWith("Device")) {
      return Ink.NUMBERS;
    }
    var spaces = engine.getResources().getCOSObject().getDictionaryObject(COSName.COLORSPACE);
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

  private void color(List<COSBase> operands) {
    canvas.get().color(rgb(operands));
  }

  private int rgb(List<COSBase> operands) {
    if (operands.isEmpty() || !(operands.getLast() instanceof COSNumber)) {
      return Canvas.UNKNOWN;
    }
    float first = number(operands.getFirst());
    return switch (operands.size()) {
      case 1 ->
          switch (ink) {
            case NUMBERS -> rgb(first, first, first);
            case BLACK -> rgb(1 - first, 1 - first, 1 - first);
            case OTHER -> Canvas.UNKNOWN;
          };
      case 3 -> rgb(first, number(operands.get(1)), number(operands.get(2)));
      case 4 -> {
        float light = 1 - number(operands.get(3));
        yield rgb(
            (1 - first) * light,
            (1 - number(operands.get(1))) * light,
            (1 - number(operands.get(2))) * light);
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

  private static float number(@Nullable COSBase operand) {
    return operand instanceof COSNumber number ? number.floatValue() : 0;
  }

  private final class Pictures extends DrawObject {
    Pictures() {
      super(engine);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      if (!operands.isEmpty()
          && operands.getFirst() instanceof COSName name
          && engine.getResources().isImageXObject(name)) {
        picture();
      } else {
        super.process(operator, operands);
      }
    }
  }
}
