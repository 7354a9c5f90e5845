package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls.Answer;
import dev.shortlist.api.HttpCalls.Multipart;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ApiTest {
  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(Map.of("shortlist.upload.limit", "1MB", "shortlist.upload.files", "5"));

  private static final String ASKED =
      """
      Accountant

      Requirements
      - 3 years of experience in accounting
      - Excel
      - SAP
      """;
  private static final String SCREENINGS = "/api/v1/screenings";
  private final HttpCalls api = new HttpCalls(shortlist.address());

  @Test
  void a_job_description_is_answered_with_its_requirements() {
    var created = api.postJson("/api/v1/job-descriptions", newJob("REQ-7"));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("title").asString()).isEqualTo("Accountant");
    assertThat(created.json().path("requirements").findValuesAsString("label")).contains("Excel");
    assertThat(api.get(created.header("Location")).json()).isEqualTo(created.json());
    assertThat(api.get("/api/v1/job-descriptions/REQ-7").json()).isEqualTo(created.json());
    assertThat(api.get("/api/v1/job-descriptions/" + created.json().path("number")).json())
        .isEqualTo(created.json());
    assertThat(api.get("/api/v1/job-descriptions").json().path("jobDescriptions"))
        .contains(created.json());
  }

  @Test
  void uploaded_cvs_are_ranked_and_every_file_is_accounted_for() {
    var zip =
        HttpCalls.zip(
            new TreeMap<>(
                Map.of(
                    "2026/ann.txt",
                    cv("Ann Archer", "SAP, Excel"),
                    "bob.txt",
                    cv("Bob Baker", "bread"))));
    var created =
        api.post(
            SCREENINGS,
            new Multipart()
                .field("jobDescriptionText", ASKED)
                .field("title", "Desk 4")
                .file("files", "cvs.zip", zip)
                .file("files", "ann again.txt", cv("Ann Archer", "SAP, Excel"))
                .file("files", "empty.pdf", ""));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("receipt").path("files").findValuesAsString("outcome"))
        .containsExactly("ACCEPTED", "ACCEPTED", "DUPLICATE", "REFUSED");
    var done = awaitCompleted(created.header("Location"));
    assertThat(done.path("title").asString()).isEqualTo("Desk 4");
    assertThat(done.path("counts").path("files").asInt()).isEqualTo(4);
    assertThat(done.path("counts").path("byStage").path("COMPLETED").asInt()).isEqualTo(2);
    assertThat(done.path("counts").path("byStage").path("NEEDS_REVIEW").asInt()).isEqualTo(1);

    var list = api.get(created.header("Location") + "/applications").json().path("applications");
    assertThat(list.findValuesAsString("file"))
        .containsExactly("cvs.zip/2026/ann.txt", "cvs.zip/bob.txt", "empty.pdf");
    assertThat(list.get(2).path("trouble").path("reason").asString()).isEqualTo("EMPTY_FILE");

    var ann = api.get("/api/v1/applications/" + list.get(0).path("id").asString()).json();
    assertThat(ann.path("rank").asInt()).isEqualTo(1);
    for (var quote :
        ann.path("explanation").findValues("evidence").stream()
            .flatMap(values -> StreamSupport.stream(values.spliterator(), false))
            .toList()) {
      String text = ann.path("text").asString();
      assertThat(text.substring(quote.path("start").asInt()))
          .startsWith(quote.path("quote").asString());
    }

    var csv = api.get(created.header("Location") + "/ranking.csv");
    assertThat(csv.type()).isEqualTo("text/csv");
    assertThat(csv.response().body().lines()).hasSize(5);
  }

  @Test
  void the_pool_is_ranked_for_a_job_description_without_a_new_upload() {
    var read =
        api.post(
            SCREENINGS,
            new Multipart()
                .field("jobDescriptionText", ASKED)
                .file("files", "eve.txt", cv("Eve Ember", "SAP, Excel")));
    awaitCompleted(read.header("Location"));
    api.postJson("/api/v1/job-descriptions", newJob("POOL-1"));

    String address = "/api/v1/job-descriptions/POOL-1/pool";
    assertThat(api.get(address).json().path("state").asString()).isEqualTo("NOT_BEGUN");
    assertThat(api.postJson(address, "").status()).isIn(200, 202);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get(address).json().path("state").asString().equals("COMPLETED"));
    var pool = api.get(address + "?limit=100").json();

    assertThat(pool.path("outOfDate").asBoolean()).isFalse();
    assertThat(pool.path("next").isNull()).isTrue();
    assertThat(pool.path("compared")).isEqualTo(pool.path("cvs"));
    assertThat(api.postJson(address, "").status()).as("nothing left").isEqualTo(200);
    assertThat(api.get(address + "?limit=1&cursor=1").json().at("/best/0/rank").asInt())
        .isIn(0, 2); // there may be no second one
    assertThat(api.send(api.request(address).DELETE()).json().path("state").asString())
        .isEqualTo("COMPLETED");
    assertThat(pool.path("cvs").asInt()).isPositive();
    assertThat(pool.path("best").findValuesAsString("name")).contains("Eve Ember");
    assertThat(pool.path("best").get(0).path("rank").asInt()).isEqualTo(1);
    assertThat(api.get("/api/v1/job-descriptions/POOL-1/pool?limit=0").status()).isEqualTo(400);
    assertThat(api.get("/api/v1/job-descriptions/none/pool").status()).isEqualTo(404);
  }

  @Test
  void a_term_of_ones_own_is_asked_for_by_job_descriptions() {
    var body =
        """
        {"name": "Fluxoplan", "aliases": ["FXP suite"], "broader": ["ERP"]}\
        """;
    var created = api.postJson("/api/v1/terms", body);
    var asked =
        api.postJson(
            "/api/v1/job-descriptions",
            """
            {"title": "Planner", "text": "Requirements\\n- Fluxoplan"}\
            """);

    assertThat(created.status()).isEqualTo(201);
    assertThat(api.get("/api/v1/terms").json().path("terms")).contains(created.json());
    assertThat(asked.json().path("requirements").toString()).contains("fluxoplan");
    assertThat(api.postJson("/api/v1/terms", body).json().path("type").asString())
        .isEqualTo("urn:shortlist:problem:term-refused");
    assertThat(api.postJson("/api/v1/terms", "{\"name\": \"a = b\"}").status()).isEqualTo(422);
  }

  @Test
  void pages_of_applications_follow_each_other_without_gap_or_repeat() {
    var body = new Multipart().field("jobDescriptionText", ASKED);
    for (String name : List.of("Ann", "Ben", "Cid", "Dan")) {
      body.file("files", name + ".txt", cv(name + " Archer", "Excel"));
    }
    body.file("files", "empty.pdf", "");
    var location = api.post(SCREENINGS, body).header("Location");
    awaitCompleted(location);

    var files = new ArrayList<String>();
    String next = "";
    do {
      var page = api.get(location + "/applications?limit=2&cursor=" + next).json();
      files.addAll(page.path("applications").findValuesAsString("file"));
      next = page.path("next").asString("");
    } while (!next.isEmpty());

    assertThat(files)
        .containsExactlyInAnyOrder("Ann.txt", "Ben.txt", "Cid.txt", "Dan.txt", "empty.pdf");
    assertThat(
            api.get(location + "/applications?stage=needs_review")
                .json()
                .findValuesAsString("file"))
        .containsExactly("empty.pdf");
  }

  @Test
  void files_can_follow_later_and_an_unchanged_screening_is_not_sent_twice() {
    var created =
        api.postJson(SCREENINGS, "{\"jobDescription\": \"%s\"}".formatted(keptJob("REQ-8")));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("state").asString()).isEqualTo("CREATED");

    var added =
        api.post(
            created.header("Location") + "/files",
            new Multipart().file("files", "ann.txt", cv("Ann Archer", "SAP")));
    assertThat(added.status()).isEqualTo(200);
    assertThat(added.json().path("accepted").asInt()).isEqualTo(1);

    awaitCompleted(created.header("Location"));
    var tag = api.get(created.header("Location")).header("ETag");
    assertThat(api.get(created.header("Location"), "If-None-Match", tag).status()).isEqualTo(304);
  }

  @Test
  void what_does_not_exist_is_404() {
    for (String path :
        List.of(
            SCREENINGS + "/4711",
            SCREENINGS + "/4711/applications",
            SCREENINGS + "/4711/ranking.csv",
            "/api/v1/job-descriptions/none",
            "/api/v1/applications/00000000-0000-0000-0000-000000000000")) {
      refused(api.get(path), 404, "not-found");
    }
    refused(api.get("/api/v1/nothing"), 404, "no-such-address");
    refused(api.postJson(SCREENINGS, "{\"jobDescription\": \"none\"}"), 404, "not-found", "none");
  }

  @Test
  void a_screening_needs_a_job_description_that_asks_for_something() {
    var cvs = new Multipart().file("files", "ann.txt", cv("Ann", "SAP"));
    refused(api.post(SCREENINGS, cvs), 422, "no-job-description", "jobDescriptionText");

    cvs.field("jobDescriptionText", "We are a nice company by the sea.");
    refused(api.post(SCREENINGS, cvs), 422, "no-requirements", "5 years");
    refused(
        api.postJson("/api/v1/job-descriptions", "{\"text\": \"Hello.\"}"), 422, "no-requirements");
    refused(api.postJson("/api/v1/job-descriptions", "{}"), 422, "no-job-description");
  }

  @Test
  void only_one_job_description_can_be_named() {
    var body =
        new Multipart()
            .field("jobDescription", keptJob("REQ-9"))
            .field("jobDescriptionText", ASKED)
            .file("files", "ann.txt", cv("Ann", "SAP"));

    refused(api.post(SCREENINGS, body), 400, "invalid-value", "only one");
  }

  @Test
  void a_job_description_file_that_cannot_be_read_says_why() {
    var body =
        new Multipart()
            .file("jobDescriptionFile", "job.pdf", "")
            .file("files", "ann.txt", cv("Ann", "SAP"));

    refused(api.post(SCREENINGS, body), 422, "unreadable-job-description", "job.pdf", "empty");
  }

  @Test
  void an_upload_without_a_readable_cv_starts_nothing_and_says_why() {
    int before = api.get(SCREENINGS).json().path("screenings").size();

    refused(upload(new Multipart()), 422, "no-cvs", "files");
    refused(
        upload(new Multipart().file("files", "cvs.zip", "this is no ZIP")),
        422,
        "no-readable-cv",
        "cvs.zip",
        "ZIP");
    refused(
        upload(new Multipart().file("files", "empty.zip", HttpCalls.zip(Map.of()))),
        422,
        "no-readable-cv",
        "empty.zip");
    refused(
        upload(new Multipart().file("files", "ann.pdf", "")),
        422,
        "no-readable-cv",
        "ann.pdf",
        "0 bytes");

    assertThat(api.get(SCREENINGS).json().path("screenings")).hasSize(before);
  }

  @Test
  void an_upload_over_the_limit_is_413_and_names_the_limit() {
    var large = new Multipart().file("files", "large.pdf", new byte[3 << 20]);
    refused(upload(large), 413, "too-large", "1 MB");

    var many = new Multipart();
    for (int i = 0; i < 60; i++) {
      many.file("files", i + ".txt", "x");
    }
    refused(upload(many), 413, "too-many-files", "5 files");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SCREENINGS + "/a%2Fb",
        SCREENINGS + "/a%5Cb",
        SCREENINGS + "/a;b",
        "/api/v1//screenings",
        "/api/job/a%2Fb"
      })
  void an_address_that_could_mean_two_things_is_a_problem(String address) {
    refused(api.get(address), 400, "unreadable-request", "not well-formed");
  }

  @Test
  void a_request_that_cannot_be_read_is_told_so() {
    refused(api.postJson(SCREENINGS, "{\"title\": "), 400, "unreadable-request");
    refused(
        api.send(
            api.request(SCREENINGS)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("cv"))),
        415,
        "unsupported-media-type");
    refused(
        api.send(
            api.request(SCREENINGS)
                .header("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY)
                .POST(
                    BodyPublishers.ofByteArray(
                        new Multipart().file("files", "ann.txt", "cv").cutOff()))),
        400,
        "unreadable-request");
    refused(
        api.send(
            api.request(SCREENINGS)
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("cv"))),
        400,
        "unreadable-request");
    refused(api.send(api.request(SCREENINGS).DELETE()), 405, "method-not-allowed", "GET");
    refused(api.get(SCREENINGS + "?limit=0"), 400, "invalid-value", "0");
    refused(api.get(SCREENINGS + "?limit=many"), 400, "invalid-value", "many");
    refused(api.get("/api/v1/applications/7"), 400, "invalid-value", "7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /decisions        | {"applications": ["7"], "verdict": "ON_HOLD"} | applications[0] is "7", which is not an id.
          /decisions        | {"applications": [], "verdict": "MAYBE"}      | verdict is "MAYBE", which is no valid value; the values are [SHORTLISTED, ON_HOLD, REJECTED].
          /decisions        | {"applications": "7"}                         | applications is missing or of another kind: it takes a list.
          /uploads          | {"name": "cvs.zip"}                           | bytes is missing or of another kind: it takes a whole number.
          /job-descriptions | {"text": "Excel", "title": ["a"]}             | title is missing or of another kind: it takes text.
          /job-descriptions | {"text" "Excel"}                              | The body is no JSON from line 1, column 9 on
          /job-descriptions | []                                            | The body is not the JSON this address takes
          """)
  void a_body_with_a_wrong_value_is_told_where_and_what_goes_there(
      String route, String body, String said) {
    refused(api.postJson("/api/v1" + route, body), 400, "unreadable-request", said);
  }

  @Test
  void every_problem_stands_in_the_table_of_the_documentation() throws IOException {
    var documentation = Files.readString(Path.of("docs/api.md"));
    for (var problem : Problem.values()) {
      String slug = problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
      assertThat(documentation.lines())
          .as(slug)
          .anyMatch(line ->
              line.startsWith("|")
                  && line.contains("`" + slug + "`")
                  && line.endsWith("| %d |".formatted(problem.status().value())));
    }
  }

  @Test
  void a_code_in_a_body_may_be_written_small_as_in_an_address() {
    refused(
        api.postJson("/api/v1/decisions", "{\"applications\": [], \"verdict\": \"on_hold\"}"),
        400,
        "invalid-value",
        "1 to 1000 ids");
  }

  @Test
  void a_request_without_a_content_type_is_told_what_to_send() {
    refused(
        api.send(api.request(SCREENINGS).POST(BodyPublishers.noBody())),
        415,
        "unsupported-media-type",
        "The content type is missing; send [");
  }

  @Test
  void a_reference_is_given_once() {
    keptJob("REQ-10");

    refused(
        api.postJson("/api/v1/job-descriptions", newJob("REQ-10")),
        409,
        "reference-taken",
        "REQ-10");
  }

  @Test
  void a_cursor_or_stage_that_is_none_is_told_so() {
    var created =
        api.postJson(SCREENINGS, "{\"jobDescription\": \"%s\"}".formatted(keptJob("REQ-11")));
    String list = created.header("Location") + "/applications";

    for (String cursor : List.of("x", "rx", "a7", "r-1")) {
      refused(api.get(list + "?cursor=" + cursor), 400, "invalid-value", cursor);
    }
    refused(api.get(list + "?stage=done"), 400, "invalid-value", "done");
    assertThat(api.get(list).json().path("applications")).isEmpty();
  }

  @Test
  void the_api_describes_itself() {
    var description = api.get("/openapi").json();

    assertThat(description.path("openapi").asString()).startsWith("3.1");
    assertThat(description.path("paths").propertyNames())
        .contains("/api/v1/screenings", "/api/v1/applications/{id}")
        .allMatch(path -> path.startsWith("/api/v1/"));
    for (var path : description.path("paths")) {
      assertThat(path.findValuesAsString("summary"))
          .as(path.toString())
          .hasSameSizeAs(path.propertyNames())
          .doesNotContain("");
    }
  }

  private Answer upload(Multipart body) {
    return api.post(SCREENINGS, body.field("jobDescriptionText", ASKED));
  }

  private static void refused(Answer answer, int status, String type, String... told) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    var problem = answer.json();
    assertThat(problem.path("type").asString()).isEqualTo("urn:shortlist:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("Exception");
    for (String words : told) {
      assertThat(problem.path("detail").asString()).contains(words);
    }
  }

  private tools.jackson.databind.JsonNode awaitCompleted(String location) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> api.get(location).json(),
            screening -> screening.path("state").asString().equals("COMPLETED"));
  }

  private String keptJob(String reference) {
    return api.postJson("/api/v1/job-descriptions", newJob(reference)).json().path("id").asString();
  }

  private static String newJob(String reference) {
    return "{\"text\": \"%s\", \"reference\": \"%s\"}"
        .formatted(ASKED.replace("\n", "\\n"), reference);
  }

  private static String cv(String name, String skills) {
    return """
    %s
    %s@example.com

    Experience
    Accountant, Northmoor Ceramics
    Jan 2018 - Dec 2024
    - Prepared the monthly accounts with %s

    Skills
    %s
    """
        .formatted(name, name.toLowerCase(Locale.ROOT).replace(' ', '.'), skills, skills);
  }
}
