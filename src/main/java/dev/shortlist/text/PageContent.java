package dev.shortlist.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.DataFormatException;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Follows the operators by which a page is drawn, as far as they place letters or may hide them.
///
/// Objects, fonts and the meaning of codes come from PDFBox. Its own engine draws all that there is
/// and makes objects for each number; this one took a third of its time when it was written.
final class PageContent {
  private static final int DEEPEST = 50;
  private static final int HIGHEST_MODE = 7;

  private final Faces faces;
  private final HiddenLayers layers;
  private final Steps steps;
  private final PDPage page;
  private final PDRectangle crop;
  private final Canvas canvas = new Canvas();
  private final Pen pen;
  private final CanvasOperators painting;
  private final Deque<Boolean> marks = new ArrayDeque<>();
  private Deque<GraphicsState> saved = new ArrayDeque<>();
  private GraphicsState state = new GraphicsState(Transform.NONE);
  private @Nullable PDResources resources;
  private int hiddenMarks;
  private int depth;

  PageContent(PDPage page, Faces faces, HiddenLayers layers, Steps steps) {
    this.page = page;
    this.faces = faces;
    this.layers = layers;
    this.steps = steps;
    crop = page.getCropBox();
    pen = new Pen(page, crop, canvas);
    painting = new CanvasOperators(this, canvas);
  }

  Pen pen() {
    return pen;
  }

  PDRectangle crop() {
    return crop;
  }

  Canvas canvas() {
    return canvas;
  }

  GraphicsState state() {
    return state;
  }

  /// Fonts, forms and pictures by the names the operators use.
  PDResources resources() {
    if (resources == null) {
      resources = page.getResources() == null ? new PDResources() : page.getResources();
    }
    return resources;
  }

  /// Reads the page, then what was filled into its forms or written onto it.
  void read() throws IOException {
    if (page.hasContents()) {
      read(page, Transform.NONE);
    }
    for (var annotation : page.getAnnotations(Writing::isShown)) {
      var appearance = annotation.getNormalAppearanceStream();
      if (appearance == null) {
        pen.glyphs().addAll(Writing.of(annotation, crop));
      } else {
        read(annotation, appearance);
      }
    }
  }

  /// The appearance fills the box of its annotation; ISO 32000-1, 12.5.5.
  private void read(PDAnnotation annotation, PDAppearanceStream appearance) throws IOException {
    var place = annotation.getRectangle();
    var box = appearance.getBBox();
    boolean empty = place == null || place.getWidth() <= 0 || place.getHeight() <= 0;
    if (empty || box == null || box.getWidth() <= 0 || box.getHeight() <= 0) {
      return;
    }
    var drawn = box.transform(appearance.getMatrix()).getBounds2D();
    if (drawn.isEmpty()) {
      return;
    }
    var fit = Matrix.getTranslateInstance(place.getLowerLeftX(), place.getLowerLeftY());
    fit.scale(
        (float) (place.getWidth() / drawn.getWidth()),
        (float) (place.getHeight() / drawn.getHeight()));
    fit.translate((float) -drawn.getX(), (float) -drawn.getY());
    state = new GraphicsState(Transform.NONE);
    marks.clear();
    hiddenMarks = 0;
    read(appearance, Transform.of(Matrix.concatenate(fit, appearance.getMatrix())));
  }

  /// Follows a stream of its own: nothing it leaves behind touches what comes after it.
  private void read(PDContentStream stream, Transform start) throws IOException {
    var stateBefore = state;
    var savedBefore = saved;
    var resourcesBefore = resources;
    int canvasBefore = canvas.saved();
    canvas.save();
    state = state.copy();
    state.page = start.then(state.page);
    saved = new ArrayDeque<>();
    resources = stream.getResources() == null ? resources : stream.getResources();
    try {
      follow(stream);
    } finally {
      state = stateBefore;
      saved = savedBefore;
      resources = resourcesBefore;
      canvas.restoreTo(canvasBefore);
    }
  }

  private void follow(PDContentStream stream) throws IOException {
    var scanner = ContentScanner.of(stream);
    var operands = new Operands();
    while (true) {
      int operation = scanner.next(operands);
      if (operation == ContentScanner.END) {
        return;
      }
      steps.next(pen.glyphs().size());
      try {
        follow(operation, operands);
      } catch (IOException e) {
        if (!(e.getCause() instanceof DataFormatException)) {
          throw e;
        }
      }
    }
  }

  private void follow(int operation, Operands operands) throws IOException {
    if (!text(operation, operands) && !structure(operation, operands)) {
      painting.paint(operation, operands);
    }
  }

  private boolean text(int operation, Operands operands) throws IOException {
    switch (operation) {
      case Operation.BEGIN_TEXT -> place(Transform.NONE);
      case Operation.END_TEXT -> place(null);
      case Operation.SPACING -> state.spacing = last(operands, state.spacing);
      case Operation.WORD_SPACING -> state.wordSpacing = first(operands, state.wordSpacing);
      case Operation.STRETCH -> state.stretch = first(operands, state.stretch * 100) / 100f;
      case Operation.LEADING -> state.leading = first(operands, state.leading);
      case Operation.RISE -> state.rise = first(operands, state.rise);
      case Operation.MODE -> mode(operands);
      case Operation.FONT -> font(operands);
      case Operation.MOVE -> move(operands);
      case Operation.MOVE_AND_LEAD -> {
        state.leading = operands.isNumber(1) ? -operands.number(1) : state.leading;
        move(operands);
      }
      case Operation.PLACE -> {
        if (operands.areNumbers(6)) {
          place(Transform.of(operands));
        }
      }
      case Operation.NEXT_LINE -> move(0, -state.leading);
      case Operation.SHOW -> show(operands.string(0));
      case Operation.SHOW_ADJUSTED -> show(operands.items(0));
      case Operation.SHOW_LINE -> {
        move(0, -state.leading);
        show(operands.string(0));
      }
      case Operation.SHOW_LINE_SPACED -> {
        if (operands.size() > 2) {
          state.wordSpacing = first(operands, state.wordSpacing);
          state.spacing = operands.isNumber(1) ? operands.number(1) : state.spacing;
          move(0, -state.leading);
          show(operands.string(2));
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean structure(int operation, Operands operands) throws IOException {
    switch (operation) {
      case Operation.SAVE -> {
        saved.push(state.copy());
        canvas.save();
      }
      case Operation.RESTORE -> {
        if (!saved.isEmpty()) {
          state = saved.pop();
          canvas.restore();
        }
      }
      case Operation.TRANSFORM -> {
        if (operands.areNumbers(6)) {
          state.page = Transform.of(operands).then(state.page);
        }
      }
      case Operation.STATE -> set(operands.name(0));
      case Operation.DRAW -> draw(operands.name(0));
      case Operation.BEGIN_MARK -> mark(false);
      case Operation.BEGIN_MARK_WITH_PROPERTIES -> mark(operands);
      case Operation.END_MARK -> {
        if (!marks.isEmpty() && marks.pop()) {
          hiddenMarks--;
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static float first(Operands operands, float otherwise) {
    return operands.isNumber(0) ? operands.number(0) : otherwise;
  }

  private static float last(Operands operands, float otherwise) {
    int last = operands.size() - 1;
    return last >= 0 && operands.isNumber(last) ? operands.number(last) : otherwise;
  }

  private void place(@Nullable Transform text) {
    state.text = text;
    state.line = text;
  }

  private void mode(Operands operands) {
    int mode = operands.isNumber(0) ? (int) operands.number(0) : -1;
    state.mode = mode >= 0 && mode <= HIGHEST_MODE ? mode : state.mode;
  }

  private void font(Operands operands) throws IOException {
    var name = operands.name(0);
    if (name != null && operands.isNumber(1)) {
      state.size = operands.number(1);
      state.face = faces.of(resources().getFont(name));
    }
  }

  private void move(Operands operands) {
    if (operands.isNumber(0) && operands.isNumber(1)) {
      move(operands.number(0), operands.number(1));
    }
  }

  private void move(float x, float y) {
    if (state.line != null) {
      place(state.line.moved(x, y));
    }
  }

  private void show(byte @Nullable [] string) throws IOException {
    if (string != null && state.text != null) {
      state.face = state.face == null ? faces.standard() : state.face;
      pen.show(string, state, hiddenMarks > 0);
    }
  }

  private void show(@Nullable Operands items) throws IOException {
    if (items == null || state.text == null) {
      return;
    }
    boolean vertical = state.face != null && state.face.vertical();
    for (int i = 0; i < items.size(); i++) {
      if (items.isNumber(i)) {
        float by = -items.number(i) / 1000 * state.size;
        state.text = vertical ? state.text.moved(0, by) : state.text.moved(by * state.stretch, 0);
      } else {
        show(items.string(i));
      }
    }
  }

  private void set(@Nullable COSName name) throws IOException {
    var set = name == null ? null : resources().getExtGState(name);
    if (set == null) {
      return;
    }
    var keys = set.getCOSObject();
    var font = keys.containsKey(COSName.FONT) ? set.getFontSetting() : null;
    if (font != null) {
      state.face = faces.of(font.getFont());
      state.size = font.getFontSize();
    }
    if (keys.containsKey(COSName.CA_NS)) {
      var alpha = set.getNonStrokingAlphaConstant();
      state.alpha = alpha == null ? 1 : alpha;
    }
    if (keys.containsKey(COSName.SMASK)) {
      state.masked = set.getSoftMask() != null;
    }
  }

  private void draw(@Nullable COSName name) throws IOException {
    if (name == null) {
      return;
    }
    if (resources().isImageXObject(name)) {
      painting.picture();
      return;
    }
    depth++;
    try {
      if (depth <= DEEPEST && resources().getXObject(name) instanceof PDFormXObject form) {
        draw(form);
      }
    } catch (Unreadable e) {
      throw e;
    } catch (IOException e) {
      // A form that is damaged does not show; the page goes on.
      return;
    } finally {
      depth--;
    }
  }

  private void draw(PDFormXObject form) throws IOException {
    boolean hidden = layers.hides(form.getCOSObject().getDictionaryObject(COSName.OC));
    var before = state;
    state = form instanceof PDTransparencyGroup ? state.ofGroup() : state;
    hiddenMarks += hidden ? 1 : 0;
    canvas.save();
    try {
      clip(form);
      if (form.getCOSObject().getLength() > 0) {
        read(form, Transform.of(form.getMatrix()));
      }
    } finally {
      canvas.restore();
      hiddenMarks -= hidden ? 1 : 0;
      state = before;
    }
  }

  /// Nothing of a form shows outside its own box.
  private void clip(PDFormXObject form) {
    var box = form.getBBox();
    if (box != null) {
      var outside = state.page;
      state.page = Transform.of(form.getMatrix()).then(outside);
      canvas.clip(
          onPage(
              box.getLowerLeftX(),
              box.getLowerLeftY(),
              box.getUpperRightX(),
              box.getUpperRightY()));
      state.page = outside;
    }
  }

  /// The bounds, on the page as it is cropped, of a box in the current coordinates.
  Canvas.Bounds onPage(float left, float bottom, float right, float top) {
    var page = state.page;
    float x =
        Math.min(
            Math.min(page.x(left, bottom), page.x(right, bottom)),
            Math.min(page.x(left, top), page.x(right, top)));
    float y =
        Math.min(
            Math.min(page.y(left, bottom), page.y(right, bottom)),
            Math.min(page.y(left, top), page.y(right, top)));
    float x1 =
        Math.max(
            Math.max(page.x(left, bottom), page.x(right, bottom)),
            Math.max(page.x(left, top), page.x(right, top)));
    float y1 =
        Math.max(
            Math.max(page.y(left, bottom), page.y(right, bottom)),
            Math.max(page.y(left, top), page.y(right, top)));
    float offX = crop.getLowerLeftX();
    float offY = crop.getLowerLeftY();
    return new Canvas.Bounds(x - offX, y - offY, x1 - offX, y1 - offY);
  }

  private void mark(Operands operands) throws IOException {
    var tag = operands.name(0);
    if (tag == null || operands.size() < 2) {
      return;
    }
    var properties = operands.dictionary(1);
    var name = operands.name(1);
    if (name != null) {
      var list = resources().getProperties(name);
      properties = list == null ? null : list.getCOSObject();
    }
    if (properties != null) {
      mark(COSName.OC.equals(tag) && layers.hides(properties));
    }
  }

  private void mark(boolean hidden) {
    marks.push(hidden);
    hiddenMarks += hidden ? 1 : 0;
  }
}
