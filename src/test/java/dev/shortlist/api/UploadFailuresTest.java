package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls.Multipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Files that cannot be CVs, and a server that cannot keep them: everything has an answer, and no
/// failure is a score.
class UploadFailuresTest {
  private static final String JOB = "Accountant\n\nRequirements\n- SAP\n- Excel\n";
  private static final String GOOD = "Ann Archer\n\nSkills\nSAP, Excel\n";

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @TempDir Path folder;

  private final HttpCalls api = new HttpCalls(shortlist.address());

  @Test
  void a_file_where_text_belongs_is_refused_by_the_name_of_the_field() {
    var refused =
        api.post(
            "/api/v1/screenings",
            new Multipart().file("jobDescription", "job.txt", JOB).file("files", "cv.txt", GOOD));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("detail").asString())
        .startsWith("The field jobDescription takes text, and a file was sent")
        .doesNotContain("springframework");
  }

  @Test
  void a_file_that_is_missing_is_asked_for_by_the_name_of_its_field() {
    var refused =
        api.post("/api/v1/job-descriptions", new Multipart().field("title", "Accountant"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("detail").asString()).isEqualTo("The field file is missing.");
  }

  @Test
  void each_file_that_cannot_be_read_is_in_review_with_its_reason_and_the_rest_is_ranked()
      throws IOException {
    var made =
        api.post(
            "/api/v1/screenings",
            new Multipart()
                .field("jobDescriptionText", JOB)
                .file("files", "good.txt", GOOD)
                .file("files", "empty.pdf", "")
                .file("files", "locked.pdf", encrypted())
                .file("files", "program.exe", new byte[] {'M', 'Z', 0, 1, 2, 3, 4, 5})
                .file("files", "broken.zip", "this is no archive"));
    assertThat(made.status()).isEqualTo(201);
    completed(made.header("Location"));

    var applications = api.get(made.header("Location") + "/applications").json();

    assertThat(one(applications, "good.txt").path("score").isInt()).isTrue();
    for (String file : new String[] {"empty.pdf", "locked.pdf", "program.exe", "broken.zip"}) {
      var refused = one(applications, file);
      assertThat(refused.path("stage").asString()).as(file).isEqualTo("NEEDS_REVIEW");
      assertThat(refused.path("score").isNull()).as(file).isTrue();
      assertThat(refused.at("/trouble/advice").asString()).as(file).isNotEmpty();
    }
    assertThat(one(applications, "empty.pdf").at("/trouble/reason").asString())
        .isEqualTo("EMPTY_FILE");
    assertThat(one(applications, "locked.pdf").at("/trouble/reason").asString())
        .isEqualTo("ENCRYPTED");
  }

  @Test
  void a_file_under_a_wrong_ending_is_read_as_what_it_is() {
    var made =
        api.post(
            "/api/v1/screenings",
            new Multipart().field("jobDescriptionText", JOB).file("files", "ann.pdf", GOOD));
    assertThat(made.status()).isEqualTo(201);
    completed(made.header("Location"));

    var applications = api.get(made.header("Location") + "/applications").json();

    assertThat(one(applications, "ann.pdf").path("score").isInt()).isTrue();
  }

  @Test
  void when_files_cannot_be_stored_the_answer_is_503_and_nothing_is_half_accepted()
      throws IOException {
    int before = api.get("/api/v1/screenings").json().path("screenings").size();
    Path unfinished = shortlist.data().resolve("files").resolve("unfinished");
    Path aside = unfinished.resolveSibling("aside");
    Files.move(unfinished, aside);
    Files.writeString(unfinished, "no folder");
    var body =
        new Multipart().field("jobDescriptionText", JOB).file("files", "ben.txt", GOOD + "Ben");
    try {
      var answer = api.post("/api/v1/screenings", body);

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("30");
      assertThat(answer.json().path("type").asString())
          .isEqualTo("urn:shortlist:problem:storage-down");
      assertThat(api.get("/api/v1/screenings").json().path("screenings")).hasSize(before);
    } finally {
      Files.delete(unfinished);
      Files.move(aside, unfinished);
    }
    assertThat(api.post("/api/v1/screenings", body).status()).isEqualTo(201);
  }

  private byte[] encrypted() throws IOException {
    Path file = folder.resolve("locked.pdf");
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
      document.save(file.toFile());
    }
    return Files.readAllBytes(file);
  }

  private void completed(String screening) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get(screening).json().path("state").asString().equals("COMPLETED"));
  }

  private static JsonNode one(JsonNode page, String file) {
    return page.path("applications")
        .valueStream()
        .filter(application -> application.path("file").asString().equals(file))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " is not in " + page));
  }
}
