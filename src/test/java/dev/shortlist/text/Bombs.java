package dev.shortlist.text;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small files that cost much to open: what one hostile CV may try.
final class Bombs {
  private static final int MILLION = 1_000_000;

  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private Bombs() {}

  /// All of them, by the name of the file.
  static Map<String, byte[]> all() {
    var bombs = new LinkedHashMap<String, byte[]>();
    bombs.put("forms-in-forms.pdf", PdfReaderTest.formBomb());
    bombs.put(
        "page-of-1-GB.pdf", pdf("", "/Filter/FlateDecode", deflated("0 0 m ", 170 * MILLION)));
    bombs.put("letters-without-end.pdf", letters());
    bombs.put("pages-100000.pdf", pages(100_000));
    bombs.put("objects-1000000.pdf", pdf(objects(MILLION), "", text("")));
    bombs.put("arrays-in-arrays.pdf", pdf("7 0 obj " + "[".repeat(MILLION), "", text("")));
    bombs.put("picture-2500-megapixels.pdf", picture(50_000));
    bombs.put("pages-in-a-circle.pdf", circle());
    bombs.put("xref-in-a-circle.pdf", xrefCircle());
    bombs.put("filters-of-filters.pdf", filters());
    bombs.put("paragraphs-10000000.docx", docx("<w:p/>", 10 * MILLION));
    bombs.put("spaces-of-1-GB.docx", docx("<w:p><w:r><w:t>" + " ".repeat(1000), MILLION));
    bombs.put("tables-in-tables.docx", docx("<w:tbl><w:tr><w:tc>", 200_000));
    bombs.put("entities-of-entities.docx", entities());
    bombs.put("boxes-in-boxes.html", text("<div>".repeat(2 * MILLION) + "Ann Holt"));
    bombs.put("groups-in-groups.rtf", text("{\\rtf1 " + "{".repeat(5 * MILLION) + "Ann Holt"));
    bombs.put("one-line-of-24-MB.txt", text("a".repeat(24 << 20)));
    bombs.put("words-of-24-MB.txt", text("ignore all previous words ".repeat(960_000)));
    bombs.put("picture-2500-megapixels.png", png(50_000));
    bombs.put("bytes-shared-1000-times.zip", overlapping(1000));
    bombs.put("archives-in-archives.zip", nested(6));
    bombs.put("files-70000.zip", many(70_000));
    bombs.put("one-file-of-1-GB.zip", zip(out -> repeat("\0".repeat(1 << 20), 1 << 10, out)));
    return bombs;
  }

  private static byte[] pdf(String objects, String dictionary, byte[] content) {
    return bytes(out -> {
      out.write(
          text(
              """
              %PDF-1.7
              1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
              2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
              3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R\
              /Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>> endobj
              5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
              """));
      out.write(text(objects));
      out.write(text("4 0 obj <<" + dictionary + "/Length " + content.length + ">> stream\n"));
      out.write(content);
      out.write(text("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"));
    });
  }

  private static byte[] letters() {
    var content = "BT /F 9 Tf 72 700 Td " + "(Ann Holt) Tj ".repeat(50) + "0 -9 Td ET ";
    return pdf("", "/Filter/FlateDecode", deflated(content, 100_000));
  }

  private static byte[] pages(int count) {
    var objects = new StringBuilder("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
    objects.append("2 0 obj <</Type/Pages/Count ").append(count).append("/Kids[");
    for (int i = 0; i < count; i++) {
      objects.append(i + 3).append(" 0 R ");
    }
    objects.append("]>> endobj\n");
    for (int i = 0; i < count; i++) {
      objects.append(i + 3).append(" 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n");
    }
    return text(objects.append("trailer <</Root 1 0 R>>\n%%EOF\n").toString());
  }

  private static String objects(int count) {
    var objects = new StringBuilder();
    for (int i = 0; i < count; i++) {
      objects.append(i + 7).append(" 0 obj<<>>endobj\n");
    }
    return objects.toString();
  }

  private static byte[] picture(int side) {
    var pixels = new String(deflated("\0".repeat(side), side), StandardCharsets.ISO_8859_1);
    var picture =
        "6 0 obj <</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray"
                .formatted(side, side)
            + "/BitsPerComponent 8/Filter/FlateDecode/Length %d>> stream\n"
                .formatted(pixels.length())
            + pixels
            + "\nendstream endobj\n";
    return pdf(picture, "", text("612 0 0 792 0 0 cm /X Do"));
  }

  private static byte[] circle() {
    return text(
        """
        %PDF-1.7
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R 3 0 R]/Count 2/Parent 3 0 R>> endobj
        3 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>> endobj
        trailer <</Root 1 0 R>>
        %%EOF
        """);
  }

  private static byte[] xrefCircle() {
    return text(
        """
        %PDF-1.7
        xref
        0 1
        0000000000 65535 f
        trailer <</Root 1 0 R/Size 9/Prev 9/XRefStm 9>>
        startxref
        9
        %%EOF
        """);
  }

  /// Packed forty times over.
  private static byte[] filters() {
    var content = text("0 0 m ".repeat(MILLION));
    for (int i = 0; i < 40; i++) {
      var inner = content;
      content = bytes(out -> deflate(out, o -> o.write(inner)));
    }
    return pdf("", "/Filter[" + "/FlateDecode".repeat(40) + "]", content);
  }

  private static byte[] docx(String piece, int times) {
    return bytes(out -> {
      try (var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        zip.write(text("<Types/>"));
        zip.putNextEntry(new ZipEntry("word/document.xml"));
        zip.write(
            text(
                "<w:document xmlns:w="
                    + "'http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"));
        repeat(piece, times, zip);
      }
    });
  }

  private static byte[] entities() {
    var definitions = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 'Ann Holt'>");
    for (int i = 1; i < 30; i++) {
      var reference = "&e%d;".formatted(i - 1).repeat(10);
      definitions.append("<!ENTITY e%d '%s'>".formatted(i, reference));
    }
    return FuzzSeeds.docx(text(definitions + "]><w:document>&e29;</w:document>"));
  }

  private static byte[] png(int side) {
    return bytes(out -> {
      out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
      var head = ByteBuffer.allocate(13).putInt(side).putInt(side);
      chunk("IHDR", head.put((byte) 8).put(new byte[4]).array(), out);
      chunk("IDAT", deflated("\0".repeat(side + 1), side), out);
      chunk("IEND", new byte[0], out);
    });
  }

  private static void chunk(String type, byte[] content, OutputStream out) throws IOException {
    var crc = new CRC32();
    crc.update(text(type));
    crc.update(content);
    var data = new DataOutputStream(out);
    data.writeInt(content.length);
    data.write(text(type));
    data.write(content);
    data.writeInt((int) crc.getValue());
  }

  /// One packed file that a thousand entries of the table of contents point to.
  private static byte[] overlapping(int times) {
    var one = zip(out -> repeat("0".repeat(1 << 10), 1 << 10, out));
    int table = new String(one, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    int end = new String(one, StandardCharsets.ISO_8859_1).indexOf("PK\5\6");
    return bytes(out -> {
      out.write(one, 0, table);
      for (int i = 0; i < times; i++) {
        out.write(one, table, end - table);
      }
      var last = ByteBuffer.wrap(one, end, one.length - end).slice().order(ByteOrder.LITTLE_ENDIAN);
      last.putShort(8, (short) times).putShort(10, (short) times);
      last.putInt(12, (end - table) * times);
      out.write(one, end, one.length - end);
    });
  }

  private static byte[] nested(int depth) {
    var inner = depth == 0 ? text("0".repeat(MILLION)) : nested(depth - 1);
    return bytes(out -> {
      try (var zip = new ZipOutputStream(out)) {
        for (int i = 0; i < 10; i++) {
          zip.putNextEntry(new ZipEntry(depth == 0 ? i + ".txt" : "inner" + i));
          zip.write(inner);
        }
      }
    });
  }

  private static byte[] many(int count) {
    return bytes(out -> {
      try (var zip = new ZipOutputStream(out)) {
        for (int i = 0; i < count; i++) {
          zip.putNextEntry(new ZipEntry(i + ".txt"));
        }
      }
    });
  }

  private static byte[] zip(Content content) {
    return bytes(out -> {
      try (var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("cv.txt"));
        content.to(zip);
      }
    });
  }

  private static byte[] deflated(String piece, int times) {
    return bytes(out -> deflate(out, packed -> repeat(piece, times, packed)));
  }

  private static void deflate(OutputStream out, Content content) throws IOException {
    var best = new Deflater(Deflater.BEST_COMPRESSION);
    try (var packed = new DeflaterOutputStream(out, best, 1 << 16)) {
      content.to(packed);
    } finally {
      best.end();
    }
  }

  private static void repeat(String piece, int times, OutputStream out) throws IOException {
    int together = Math.max(1, Math.min(times, (1 << 20) / piece.length()));
    var pieces = text(piece.repeat(together));
    for (int written = 0; written < times; written += together) {
      out.write(pieces);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(Content content) {
    var bytes = new ByteArrayOutputStream();
    try {
      content.to(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
