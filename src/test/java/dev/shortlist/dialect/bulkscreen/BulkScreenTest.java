package dev.shortlist.dialect.bulkscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import dev.shortlist.dialect.Cvs;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

@Tag("slow")
class BulkScreenTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls api = new HttpCalls(shortlist.address());

  @Test
  void a_zip_is_screened_and_every_file_is_accounted_for() {
    var files = new TreeMap<>(Cvs.two());
    files.put("ann again.txt", files.get("ann.txt"));
    files.put("broken.pdf", "%PDF-1.7 and then nothing");
    var started =
        api.post(
            "/api/bulk-screen",
            new Multipart()
                .file("resumes_zip", "cvs.zip", HttpCalls.zip(files))
                .field("job_description", Cvs.ASKED)
                .field("min_experience", "9.5")
                .field("required_skills", "IFRS, Excel"));

    assertThat(started.status()).isEqualTo(200);
    assertThat(started.json().path("total_resumes").asInt()).isEqualTo(4);
    var job = awaitCompleted(started.json().path("job_id").asString());
    var results = job.path("results");
    assertThat(job.path("processed").asInt()).isEqualTo(4);
    assertThat(results.path("total_processed").asInt()).isEqualTo(3);
    assertThat(results.path("duplicates_skipped").asInt()).isEqualTo(1);
    assertThat(results.path("all_candidates").findValuesAsString("name"))
        .containsExactly("Ann Archer", "Bob Baker");
    assertThat(results.path("unreadable").findValuesAsString("file"))
        .containsExactly("cvs.zip/broken.pdf");
    assertThat(results.path("knockout_count").asInt()).isEqualTo(2);
    assertThat(results.path("knocked_out").findValuesAsString("name"))
        .containsExactly("Ann Archer", "Bob Baker");
    assertThat(results.path("criteria").path("required_skills").toString())
        .isEqualTo("[\"IFRS\",\"Excel\"]");
  }

  @Test
  void what_is_no_zip_is_refused() {
    assertThat(
            screen(
                new Multipart()
                    .file("file", "cvs.zip", "no zip")
                    .field("job_description", Cvs.ASKED)))
        .isEqualTo("400 Invalid ZIP file");
  }

  @Test
  void a_zip_without_cvs_is_refused() {
    byte[] zip = HttpCalls.zip(Map.of("photo.png", "picture"));
    assertThat(
            screen(
                new Multipart().file("file", "cvs.zip", zip).field("job_description", Cvs.ASKED)))
        .isEqualTo("400 No PDF files found in ZIP");
  }

  @Test
  void a_missing_field_is_named_in_the_way_the_clients_know() {
    var answer = api.post("/api/bulk-screen", new Multipart().field("job_description", Cvs.ASKED));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().toString())
        .isEqualTo(
            "{\"detail\":[{\"loc\":[\"body\",\"resumes_zip\"],\"msg\":\"Field required\",\"type\":\"missing\"}]}");
    assertThat(screen(new Multipart().file("file", "cvs.zip", HttpCalls.zip(Cvs.two()))))
        .startsWith("422");
  }

  @Test
  void an_unknown_job_is_not_found() {
    var answer = api.get("/api/job/00000000-0000-7000-8000-00000000ffff");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("detail").asString()).isEqualTo("Job not found");
  }

  @Test
  void an_application_is_answered_with_its_score_and_taken_once() {
    var job =
        api.postJson(
                "/api/v1/job-descriptions",
                tools.jackson.databind.json.JsonMapper.shared()
                    .writeValueAsString(Map.of("text", Cvs.ASKED)))
            .json()
            .path("number")
            .asInt();
    String path = "/applicants/apply/" + job;
    String cv = Cvs.of("Cid Carter", "SAP, Excel");

    var first = api.post(path, new Multipart().file("file", "cid.txt", cv));
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().path("score").isInt()).isTrue();
    assertThat(first.json().path("status").asString()).isIn("shortlisted", "review", "rejected");
    assertThat(api.post(path, new Multipart().file("file", "cid.txt", cv)).status()).isEqualTo(409);
    int kept = applications(job);
    assertThat(api.post(path, new Multipart().file("file", "new.txt", cv + "\nWord")).status())
        .isEqualTo(409);
    assertThat(applications(job)).as("nothing is left of it").isEqualTo(kept);
    assertThat(api.post(path, new Multipart().file("file", "a.pdf", Cvs.broken())).status())
        .isEqualTo(400);
    assertThat(api.post(path, new Multipart().file("file", "a.pdf", "")).status()).isEqualTo(400);
    assertThat(
            api.post(path, new Multipart().file("file", "a.pdf", new byte[(10 << 20) + 1]))
                .status())
        .isEqualTo(400);
    assertThat(api.post("/applicants/apply/99", new Multipart().file("file", "c.txt", cv)).status())
        .isEqualTo(404);
  }

  @Test
  void a_closed_job_takes_no_applications_until_it_is_open_again() {
    var kept =
        api.postJson(
                "/api/v1/job-descriptions",
                tools.jackson.databind.json.JsonMapper.shared()
                    .writeValueAsString(Map.of("text", Cvs.ASKED)))
            .json();
    String path = "/applicants/apply/" + kept.path("number").asInt();
    String job = "/api/v1/job-descriptions/" + kept.path("number").asInt();
    var cv = new Multipart().file("file", "dora.txt", Cvs.of("Dora Dean", "SAP, Excel"));

    assertThat(api.postJson(job + "/close", "").json().path("closedAt").isString()).isTrue();
    var refused = api.post(path, cv);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("detail").asString()).contains("inactive");
    assertThat(api.postJson(job + "/reopen", "").json().path("closedAt").isNull()).isTrue();
    assertThat(api.post(path, cv).status()).isEqualTo(200);
  }

  private int applications(int job) {
    return api.get("/api/analyzer/job/" + job + "/processing-status")
        .json()
        .path("total_candidates")
        .asInt();
  }

  private String screen(Multipart body) {
    var answer = api.post("/api/bulk-screen", body);
    return answer.status() + " " + answer.json().path("detail").asString("");
  }

  private JsonNode awaitCompleted(String id) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> api.get("/api/job/" + id).json(),
            job -> job.path("status").asString().equals("completed"));
  }
}
