package dev.shortlist.text;

/// What a file is by its content; its name is only a hint.
public enum FileType {
  PDF,
  DOCX,
  DOC,
  ODT,
  RTF,
  HTML,
  MARKDOWN,
  JSON_RESUME,
  TEXT,
  /// PNG, JPEG or TIFF.
  PICTURE;

  /// Whether its pages are drawn, so that a [PagePainter] can paint them.
  public boolean isDrawn() {
    return this == PDF || this == PICTURE;
  }
}
