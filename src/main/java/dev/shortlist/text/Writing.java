package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.jspecify.annotations.Nullable;

/// Words that stand on a page besides its content: values of form fields, and notes typed onto it.
final class Writing {
  private static final COSName FREE_TEXT = COSName.getPDFName("FreeText");
  private static final float SIZE = 10;
  private static final float LETTER_WIDTH = 0.5f;
  private static final int MOST = 20_000;
  private static final int MOST_PARENTS = 20;

  private Writing() {}

  /// Whether a viewer shows `annotation`, and it is made of words.
  static boolean isShown(PDAnnotation annotation) {
    boolean words =
        annotation instanceof PDAnnotationWidget
            || FREE_TEXT.getName().equals(annotation.getSubtype());
    return words && !annotation.isHidden() && !annotation.isNoView();
  }

  /// The letters of one that brings no drawing of its own, as viewers write them into its box.
  static List<Glyph> of(PDAnnotation annotation, PDRectangle crop) {
    var place = annotation.getRectangle();
    var glyphs = new ArrayList<Glyph>();
    if (place == null) {
      return glyphs;
    }
    float top = crop.getUpperRightY() - place.getUpperRightY();
    float y = top + Math.min(SIZE * 1.2f, place.getHeight());
    for (var line : words(annotation).lines().toList()) {
      float x = place.getLowerLeftX() - crop.getLowerLeftX();
      for (int i = 0; i < line.length(); i++) {
        glyphs.add(glyph(line.substring(i, i + 1), x, y, crop));
        x += SIZE * LETTER_WIDTH;
      }
      y += SIZE * 1.2f;
    }
    return glyphs;
  }

  private static Glyph glyph(String letter, float x, float y, PDRectangle crop) {
    float width = SIZE * LETTER_WIDTH;
    float height = SIZE * 0.75f;
    var seen = new Box(x, y - height, width, height);
    float centerY = crop.getHeight() - y + SIZE * 0.3f;
    return new Glyph(letter, x, y, width, SIZE, 0, false, 0, seen, x + width / 2, centerY);
  }

  private static String words(PDAnnotation annotation) {
    var dictionary = annotation.getCOSObject();
    if (!(annotation instanceof PDAnnotationWidget)) {
      return shortened(annotation.getContents());
    }
    boolean typed = COSName.TX.equals(inherited(dictionary, COSName.FT));
    boolean chosen = COSName.CH.equals(inherited(dictionary, COSName.FT));
    return (typed || chosen) && inherited(dictionary, COSName.V) instanceof COSString value
        ? shortened(value.getString())
        : "";
  }

  private static @Nullable COSBase inherited(COSDictionary field, COSName key) {
    var at = field;
    for (int up = 0; at != null && up < MOST_PARENTS; up++) {
      var value = at.getDictionaryObject(key);
      if (value != null) {
        return value;
      }
      at = at.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }

  private static String shortened(@Nullable String words) {
    return words == null ? "" : words.length() > MOST ? words.substring(0, MOST) : words;
  }
}
