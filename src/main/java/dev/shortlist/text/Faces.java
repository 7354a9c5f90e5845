package dev.shortlist.text;

import java.util.IdentityHashMap;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/// The fonts of a document.
final class Faces {
  private final IdentityHashMap<PDFont, Face> faces = new IdentityHashMap<>();
  private @Nullable Face standard;

  @Nullable Face of(@Nullable PDFont font) {
    return font == null ? null : faces.computeIfAbsent(font, Face::new);
  }

  /// What letters are drawn in when the page names no font.
  Face standard() {
    if (standard == null) {
      standard = new Face(new PDType1Font(Standard14Fonts.FontName.HELVETICA));
    }
    return standard;
  }
}
