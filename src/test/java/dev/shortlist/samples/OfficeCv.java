package dev.shortlist.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/// Writes a person's CV as a Word or OpenDocument text, or as plain text.
final class OfficeCv {
  private final Person person;

  OfficeCv(Person person) {
    this.person = person;
  }

  void writeDocx(Path file) throws IOException {
    try (var document = new XWPFDocument();
        var out = Files.newOutputStream(file)) {
      heading(document, person.name(), 20);
      line(document, person.label());
      line(document, String.join(" | ", person.contact()));
      heading(document, "Profile", 13);
      line(document, person.summary());
      if (person.layout() == Layout.DOCX_TABLE) {
        workAsTable(document);
      } else {
        workAsParagraphs(document);
      }
      heading(document, "Education", 13);
      person
          .education()
          .forEach(c -> line(document, c.dates() + "  " + c.degree() + ", " + c.institution()));
      heading(document, "Skills", 13);
      line(document, String.join(", ", person.skills()));
      heading(document, "Languages", 13);
      line(document, String.join(", ", person.languages()));
      if (!person.certificates().isEmpty()) {
        heading(document, "Certificates", 13);
        line(document, String.join(", ", person.certificates()));
      }
      document.write(out);
    }
  }

  private void workAsParagraphs(XWPFDocument document) {
    heading(document, "Work experience", 13);
    for (var post : person.work()) {
      var paragraph = document.createParagraph();
      var run = paragraph.createRun();
      run.setBold(true);
      run.setText(post.title() + ", " + post.company());
      line(document, post.dates() + ", " + post.location());
      post.highlights().forEach(highlight -> line(document, "• " + highlight));
    }
  }

  private void workAsTable(XWPFDocument document) {
    heading(document, "Work experience", 13);
    var table = document.createTable(person.work().size(), 2);
    for (int i = 0; i < person.work().size(); i++) {
      var post = person.work().get(i);
      table.getRow(i).getCell(0).setText(post.dates());
      var cell = table.getRow(i).getCell(1);
      cell.setText(post.title());
      add(cell, post.company() + ", " + post.location());
      post.highlights().forEach(highlight -> add(cell, highlight));
    }
  }

  private static void add(XWPFTableCell cell, String text) {
    cell.addParagraph().createRun().setText(text);
  }

  private static void heading(XWPFDocument document, String text, int size) {
    var paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.LEFT);
    var run = paragraph.createRun();
    run.setBold(true);
    run.setFontSize(size);
    run.setText(text);
  }

  private static void line(XWPFDocument document, String text) {
    document.createParagraph().createRun().setText(text);
  }

  void writeOdt(Path file) throws IOException {
    var body = new StringBuilder();
    for (String line : text().split("\n", -1)) {
      boolean heading = !line.isEmpty() && line.equals(line.toUpperCase(Locale.ROOT));
      body.append(heading ? "<text:h text:outline-level=\"1\">" : "<text:p>")
          .append(line.replace("&", "&amp;").replace("<", "&lt;"))
          .append(heading ? "</text:h>" : "</text:p>");
    }
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      stored(zip, "mimetype", "application/vnd.oasis.opendocument.text");
      deflated(zip, "META-INF/manifest.xml", MANIFEST);
      deflated(zip, "content.xml", content(body));
    }
  }

  void writeText(Path file) throws IOException {
    Files.writeString(file, text());
  }

  private String text() {
    var text = new StringBuilder();
    text.append(person.name()).append('\n').append(person.label()).append('\n');
    person.contact().forEach(line -> text.append(line).append('\n'));
    text.append("\nPROFILE\n").append(person.summary()).append("\n\nEXPERIENCE\n");
    for (var post : person.work()) {
      text.append(post.title()).append(", ").append(post.company()).append('\n');
      text.append(post.dates()).append(", ").append(post.location()).append('\n');
      post.highlights().forEach(highlight -> text.append("- ").append(highlight).append('\n'));
      text.append('\n');
    }
    text.append("EDUCATION\n");
    for (var course : person.education()) {
      text.append(course.degree()).append(", ").append(course.institution());
      text.append(" (").append(course.dates()).append(")\n");
    }
    text.append("\nSKILLS\n").append(String.join(", ", person.skills()));
    text.append("\n\nLANGUAGES\n").append(String.join(", ", person.languages())).append('\n');
    if (!person.certificates().isEmpty()) {
      text.append("\nCERTIFICATES\n").append(String.join(", ", person.certificates())).append('\n');
    }
    return text.toString();
  }

  private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var crc = new CRC32();
    crc.update(bytes);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }

  private static void deflated(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final String MANIFEST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
       <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
       <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
      </manifest:manifest>
      """;

  private static String content(CharSequence body) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
    <office:body><office:text>%s</office:text></office:body></office:document-content>
    """
        .formatted(body);
  }
}
