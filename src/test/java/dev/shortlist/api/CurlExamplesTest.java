package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shortlist.RunningShortlist;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The examples of docs/api.md do what they say: all of them, one after the other, by curl.
@Tag("slow")
class CurlExamplesTest {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @TempDir Path folder;

  private final HttpCalls api = new HttpCalls(shortlist.address());

  @Test
  void the_examples_run_in_the_order_they_stand_in() throws Exception {
    assumeTrue(run("curl --version >/dev/null").status() == 0, "curl is not installed");
    files();
    var examples =
        BLOCK
            .matcher(Files.readString(Path.of("docs", "api.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(examples).hasSizeGreaterThan(5);
    String application = "ID";
    for (String example : examples) {
      var ran = run("set -e\n" + runnable(example, application));
      assertThat(ran.status()).as("%s%n%s", example, ran.output()).isZero();
      application = application.equals("ID") ? firstApplication() : application;
    }
    assertThat(folder.resolve("ranking.csv")).content().contains("Ann Archer");
  }

  /// With this server's address and ids; a stream that never ends is listened to for a while.
  private String runnable(String example, String application) {
    return example
        .replace("http://127.0.0.1:8000", shortlist.address())
        .replace("applications/ID", "applications/" + application)
        .replace("\"ID\"", "\"%s\"".formatted(application))
        .replaceAll("(?m)^curl -N (\\S+).*$", "curl -N --max-time 3 $1 || [ \\$? = 28 ]");
  }

  private String firstApplication() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            api.get("/api/v1/screenings/1").json().path("state").asString().equals("COMPLETED"));
    return api.get("/api/v1/screenings/1/applications").json().at("/applications/0/id").asString();
  }

  private void files() throws IOException {
    pdf("late.pdf", "Ben Baker", "Accountant, Northwind, January 2019 - May 2024", "Excel");
    pdf(
        "accountant.pdf",
        "Accountant",
        "Requirements",
        "- 3 years of experience in accounting",
        "- Excel");
    Files.write(
        folder.resolve("cvs.zip"),
        HttpCalls.zip(
            Map.of(
                "ann.txt",
                "Ann Archer\n\nExperience\nAccountant, Fabrikam, 2015 - 2024\n\nSkills\nSAP, Excel\n")));
    Files.write(
        folder.resolve("more.zip"),
        HttpCalls.zip(
            Map.of(
                "cleo.txt",
                "Cleo Carter\n\nExperience\nClerk, Fabrikam, 2015 - 2024\n\nSkills\nExcel\n")));
    Files.writeString(folder.resolve(".curlrc"), "silent\nshow-error\nfail-with-body\n");
  }

  private void pdf(String name, String... lines) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var text = new PDPageContentStream(document, page)) {
        text.setFont(new PDType1Font(FontName.HELVETICA), 12);
        text.setLeading(18);
        text.beginText();
        text.newLineAtOffset(72, 720);
        for (String line : lines) {
          text.showText(line);
          text.newLine();
        }
        text.endText();
      }
      document.save(folder.resolve(name).toFile());
    }
  }

  private record Ran(int status, String output) {}

  private Ran run(String script) throws Exception {
    var output = folder.resolve("output");
    var builder =
        new ProcessBuilder(List.of("sh", "-c", script))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("CURL_HOME", folder.toString());
    var process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(script).isTrue();
    return new Ran(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
