package dev.shortlist.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Invented files from which fuzzing starts.
final class FuzzSeeds {
  static final String BODY =
      "<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:rPr><w:b/><w:color w:val='FFFFFF'/></w:rPr>"
          + "<w:t>Work</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:hyperlink r:id='r1'><w:r><w:t>link"
          + "</w:t></w:r></w:hyperlink></w:p></w:tc></w:tr></w:tbl><w:sdt><w:sdtContent><w:p><w:ins>"
          + "<w:r><w:t>in</w:t><w:tab/><w:br/></w:r></w:ins></w:p></w:sdtContent></w:sdt>"
          + "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>HYPERLINK \"https://example.com\""
          + "</w:instrText><w:fldChar w:fldCharType='end'/></w:r></w:p>";
  static final String STYLES =
      "<w:styles NS><w:style w:styleId='H'><w:name w:val='heading 1'/><w:basedOn w:val='H'/>"
          + "<w:rPr><w:vanish/><w:sz w:val='3'/></w:rPr></w:style></w:styles>";

  /// Uncompressed, so that a mutation changes what is drawn.
  static final byte[] PLAIN_PDF =
      """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>
      /ExtGState<</G <</ca 0.5>>>>/XObject<</X 6 0 R>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[9 9 99 99]
      /A<</S/URI/URI(https://example.com)>>>>]>> endobj
      4 0 obj <</Length 199>> stream
      q 1 0 0 1 0 0 cm /G gs BT /F 12 Tf 72 700 Td (Mira Holt) Tj 0 -20 Td [(En)-20(gineer)] TJ 3 Tr (x) Tj ET Q
      q 10 10 50 50 re W n 1 0 0 rg 5 5 90 90 re f /X Do Q BT /F 1 Tf 1 1 1 rg 10 10 Td (white) Tj ET
      endstream endobj
      5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
      6 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 12>> stream
      0 0 5 5 re f
      endstream endobj
      trailer <</Root 1 0 R/Size 7>>
      """
          .getBytes(StandardCharsets.ISO_8859_1);

  private FuzzSeeds() {}

  static List<byte[]> xml() {
    var start =
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
            + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body>";
    return List.of(
        bytes(start + BODY + "</w:body></w:document>"),
        bytes(start + Docx.paragraph("Mira Holt") + "</w:body></w:document>"),
        bytes("<!DOCTYPE d [<!ENTITY a 'b'>]><w:document>&a;</w:document>"));
  }

  static List<byte[]> rtf() {
    return List.of(
        bytes(
            "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\b Mira Holt}\\par \\u8364?\\'e9}"),
        bytes(
            "{\\rtf1{\\*\\generator x}{\\v hidden}\\trowd a\\cell b\\cell\\row{\\colortbl;\\red255"
                + "\\green255\\blue255;}\\cf1 white\\fs2 tiny\\bin4 abcd{\\field{\\*\\fldinst HYPERLINK"
                + " \"https://example.com\"}{\\fldrslt link}}}"));
  }

  /// A DOCX with `xml` as its document, not compressed.
  static byte[] docx(byte[] xml) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.setLevel(0);
      out.putNextEntry(new ZipEntry("[Content_Types].xml"));
      out.write(bytes("<Types/>"));
      out.putNextEntry(new ZipEntry("word/document.xml"));
      out.write(xml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
