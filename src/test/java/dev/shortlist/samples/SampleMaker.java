package dev.shortlist.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Makes the sample CVs in `src/main/resources/samples` out of the invented people in
/// `people.json`.
///
/// Run it from the project's folder after changing a person or a layout, and commit what it made.
/// It needs Chromium, which prints the pages: `SampleMaker [path of chromium]`.
final class SampleMaker {
  private static final Path SAMPLES = Path.of("src/main/resources/samples");
  private static final Path CVS = SAMPLES.resolve("cvs");
  private static final Path PEOPLE = Path.of("src/test/resources/samples/people.json");
  private static final String DUPLICATED = "tobias-okafor.pdf";
  private static final String DUPLICATE = "tobias-okafor (1).pdf";

  private final String chromium;

  private SampleMaker(String chromium) {
    this.chromium = chromium;
  }

  public static void main(String[] arguments) throws Exception {
    var maker = new SampleMaker(arguments.length > 0 ? arguments[0] : "chromium");
    Files.createDirectories(CVS);
    for (var person : people()) {
      maker.make(person);
    }
    Files.copy(
        CVS.resolve(DUPLICATED), CVS.resolve(DUPLICATE), StandardCopyOption.REPLACE_EXISTING);
    writeIndex();
  }

  static List<Person> people() {
    return JsonMapper.shared().readValue(PEOPLE.toFile(), new TypeReference<List<Person>>() {});
  }

  private void make(Person person) throws Exception {
    var file = CVS.resolve(person.file());
    switch (person.layout()) {
      case DOCX, DOCX_TABLE -> new OfficeCv(person).writeDocx(file);
      case ODT -> new OfficeCv(person).writeOdt(file);
      case TEXT -> new OfficeCv(person).writeText(file);
      case HTML -> Files.writeString(file, new HtmlCv(person).page());
      case SCAN -> scan(printed(person), file);
      case PROTECTED -> protect(printed(person), file);
      case SINGLE, SINGLE_GERMAN, SIDEBAR_LEFT, SIDEBAR_RIGHT, TABLE, HIDDEN ->
          Files.move(printed(person), file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path printed(Person person) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("samples");
    var page = Files.writeString(folder.resolve("cv.html"), new HtmlCv(person).page());
    var pdf = folder.resolve("cv.pdf");
    var process =
        new ProcessBuilder(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--user-data-dir=" + folder.resolve("browser"),
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("%s could not print %s".formatted(chromium, person.file()));
    }
    return pdf;
  }

  /// A picture of the page, as a flatbed scanner makes it.
  private static void scan(Path printed, Path file) throws IOException {
    try (var source = Loader.loadPDF(printed.toFile());
        var target = new PDDocument()) {
      var picture = new PDFRenderer(source).renderImageWithDPI(0, 110, ImageType.GRAY);
      var size = source.getPage(0).getMediaBox();
      var page = new PDPage(size);
      target.addPage(page);
      try (var content = new PDPageContentStream(target, page)) {
        content.drawImage(
            JPEGFactory.createFromImage(target, picture, 0.5f),
            0,
            0,
            size.getWidth(),
            size.getHeight());
      }
      target.save(file.toFile());
    }
  }

  private static void protect(Path printed, Path file) throws IOException {
    try (var document = Loader.loadPDF(printed.toFile())) {
      document.protect(
          new StandardProtectionPolicy("owner-sample", "user-sample", new AccessPermission()));
      document.save(file.toFile());
    }
  }

  private static void writeIndex() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      var lines =
          files
              .filter(Files::isRegularFile)
              .map(file -> SAMPLES.relativize(file).toString())
              .filter(name -> !name.equals("index.txt"))
              .sorted()
              .toList();
      Files.write(SAMPLES.resolve("index.txt"), lines);
    }
  }
}
