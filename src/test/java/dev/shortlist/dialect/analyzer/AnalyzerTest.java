package dev.shortlist.dialect.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import dev.shortlist.dialect.Api;
import dev.shortlist.dialect.Cvs;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class AnalyzerTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final String UPLOAD = "/api/analyzer/batch/upload";
  private static final String PROCESS = "/api/analyzer/batch/process";
  private final HttpCalls calls = new HttpCalls(shortlist.address());
  private final Api api = new Api(calls);

  @Test
  void a_batch_names_the_files_that_failed() {
    int job = api.job("batch").path("number").asInt();
    var answer =
        calls.post(
            UPLOAD,
            new Multipart()
                .field("job_id", "" + job)
                .file("files", "ann.txt", Cvs.of("Ann Archer", "SAP, Excel"))
                .file("files", "corrupted.pdf", Cvs.broken()));

    assertThat(answer.json().toString())
        .isEqualTo(
            "{\"status\":\"processing\",\"message\":\"Processing 2 resumes for job Accountant\",\"job_id\":%d,\"total_files\":2,\"detail\":\"Resumes are being processed in background. Use batch status endpoint to check progress.\"}"
                .formatted(job));
    var result =
        api.awaiting(
            "/api/analyzer/job/" + job + "/batch-result",
            body -> body.path("status").asString().equals("completed"));
    assertThat(result.toString())
        .isEqualTo(
            "{\"status\":\"completed\",\"total_files\":2,\"successfully_processed\":1,\"failed\":1,\"failed_files\":[\"corrupted.pdf\"]}");
    var status = calls.get("/api/analyzer/job/" + job + "/processing-status").json();
    assertThat(status.path("processing_rate").asString()).isEqualTo("100.0%");
    assertThat(status.path("total_candidates").asInt()).isEqualTo(2);
    assertThat(status.path("candidates")).hasSize(1);
  }

  @Test
  void one_cv_is_answered_with_its_analysis_and_belongs_to_the_candidate_that_is_named() {
    int job = api.job("one").path("number").asInt();
    var first =
        calls
            .post(
                PROCESS,
                new Multipart()
                    .field("job_id", "" + job)
                    .file("file", "ann.txt", Cvs.of("Ann Archer", "SAP, Excel")))
            .json();
    int ann = first.path("candidate_id").asInt();

    assertThat(first.path("status").asString()).isEqualTo("success");
    assertThat(first.path("resume_parsing").path("experience").asString()).isEqualTo("7 years");
    var other =
        calls
            .post(
                PROCESS,
                new Multipart()
                    .field("job_id", "" + job)
                    .field("candidate_id", "" + ann)
                    .file("file", "other.txt", Cvs.of("A. Archer-Smith", "SAP")))
            .json();
    assertThat(other.path("candidate_id").asInt()).isEqualTo(ann);
    int second = api.job("second").path("number").asInt();
    var analysed =
        calls.postJson(
            "/api/analyzer/analyze", Api.json(Map.of("job_id", second, "candidate_id", ann)));
    assertThat(analysed.status()).isEqualTo(200);
    assertThat(analysed.json().path("candidate_id").asInt()).isEqualTo(ann);
    var text =
        calls.post(
            "/api/analyzer/analyze",
            new Multipart()
                .field("job_id", "" + second)
                .field("resume_text", Cvs.of("Cid Carter", "Excel")));
    assertThat(text.json().path("file_name").asString()).isEqualTo("resume.txt");
  }

  @Test
  void whoever_applies_is_known_by_name_and_address() {
    int job = api.job("apply").path("number").asInt();
    var answer =
        calls.post(
            "/apply",
            new Multipart()
                .field("name", "Nora Nilsen")
                .field("email", "nora@example.com")
                .field("phone", "+47 22 00 00 00")
                .field("job_id", "" + job)
                .file("resume", "cv.txt", "Accountant\n\nSkills\nSAP, Excel, IFRS\n"));

    assertThat(answer.json().toString())
        .isEqualTo(
            "{\"status\":\"Application submitted\",\"message\":\"Your resume is being analyzed\"}");
    assertThat(calls.get("/api/v1/candidates?q=nora@example.com").json().findValuesAsString("name"))
        .contains("Nora Nilsen");
  }

  @Test
  void an_empty_or_unreadable_cv_is_refused_with_the_reason() {
    int job = api.job("unreadable").path("number").asInt();

    var empty = calls.post(PROCESS, cv(job).file("file", "a.pdf", ""));
    var broken = calls.post(PROCESS, cv(job).file("file", "b.pdf", Cvs.broken()));
    var secret = Cvs.sample("hannah-voss-protected.pdf");

    assertThat(Api.wrong(empty)).startsWith("422 ").contains("empty");
    assertThat(Api.wrong(broken)).startsWith("422 ").contains("damaged");
    assertThat(Api.wrong(calls.post(PROCESS, cv(job).file("file", "c.pdf", secret))))
        .startsWith("422 ")
        .contains("password");
  }

  @Test
  void an_unknown_job_or_candidate_is_not_found() {
    int job = api.job("known").path("number").asInt();

    assertThat(Api.wrong(calls.post(UPLOAD, cv(999).file("files", "a.txt", "Ann"))))
        .isEqualTo("404 Job not found");
    assertThat(Api.wrong(calls.get("/api/analyzer/job/999/processing-status")))
        .isEqualTo("404 Job not found");
    assertThat(
            Api.wrong(
                calls.post(
                    PROCESS, cv(job).field("candidate_id", "999").file("file", "a.txt", "Ann"))))
        .isEqualTo("404 Candidate not found");
  }

  @Test
  void too_many_files_are_refused_with_the_limit() {
    int job = api.job("many").path("number").asInt();
    var body = cv(job);
    for (int i = 0; i <= 100; i++) {
      body.file("files", i + ".txt", "CV " + i);
    }

    assertThat(Api.wrong(calls.post(UPLOAD, body))).startsWith("413 ").contains("100");
  }

  @Test
  void too_large_a_file_is_refused_with_the_limit() {
    int job = api.job("large").path("number").asInt();
    var body = cv(job).file("files", "a.pdf", new byte[(50 << 20) + 1]);

    assertThat(Api.wrong(calls.post(UPLOAD, body))).startsWith("413 ").contains("50 MB");
  }

  private static Multipart cv(int job) {
    return new Multipart().field("job_id", "" + job);
  }
}
