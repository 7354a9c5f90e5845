package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Every answer of every dialect has the keys and types of the contract's example.
@Tag("slow")
class ContractTest {
  private static final String PROCESSING = "/api/v1/cv-processing/";

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls calls = new HttpCalls(shortlist.address());
  private final Api api = new Api(calls);

  @Test
  void bulkscreen() {
    var zip =
        HttpCalls.zip(
            Map.of(
                "cvs/ann.txt",
                Cvs.of("Ann Archer", "SAP, Excel"),
                "bob.txt",
                Cvs.of("Bob Baker", "bread, cakes"),
                "broken.pdf",
                "%PDF-1.7 and then nothing"));
    var started =
        calls.post(
            "/api/bulk-screen",
            new Multipart()
                .field("job_description", Cvs.ASKED)
                .field("job_title", "Accountant")
                .field("min_experience", "2")
                .field("required_skills", "SAP, Excel")
                .file("resumes_zip", "all cvs.zip", zip));

    Shape.same("bulkscreen-started", started.json());
    String job = "/api/job/" + started.json().path("job_id").asString();
    var first = calls.get(job).json();
    if (!isCompleted(first)) {
      Shape.same("bulkscreen-job", first);
    }
    Shape.same("bulkscreen-completed", api.awaiting(job, ContractTest::isCompleted));
  }

  @Test
  void bulkscreen_applications() {
    String path = "/applicants/apply/" + api.job("apply").path("number").asInt();

    Shape.same("bulkscreen-applied", calls.post(path, cv("file", "Cid Carter")).json());
  }

  @Test
  void analyzer() {
    String job = api.job("analyzer").path("number").asString();
    String analyzer = "/api/analyzer/job/" + job;

    Shape.same(
        "analyzer-upload",
        calls
            .post(
                "/api/analyzer/batch/upload",
                new Multipart()
                    .field("job_id", job)
                    .file("files", "ann.txt", Cvs.of("Ann Archer", "SAP, Excel"))
                    .file("files", "bob.txt", Cvs.of("Bob Baker", "bread, cakes"))
                    .file("files", "broken.pdf", Cvs.broken()))
            .json());
    Shape.same(
        "analyzer-processing-status",
        api.awaiting(
            analyzer + "/processing-status",
            status -> status.path("processing_rate").asString().equals("100.0%")));
    Shape.same(
        "analyzer-batch-result",
        api.awaiting(analyzer + "/batch-result", ContractTest::isCompleted));
    var one =
        calls.post("/api/analyzer/batch/process", cv("file", "Cid Carter").field("job_id", job));
    Shape.same("analyzer-process", one.json());
    var again =
        Map.of(
            "job_id",
            Integer.parseInt(job),
            "candidate_id",
            one.json().path("candidate_id").asInt());
    Shape.same("analyzer-analyze", calls.postJson("/api/analyzer/analyze", Api.json(again)).json());
    Shape.same(
        "analyzer-generate-scores",
        calls.post(analyzer + "/generate-scores", new Multipart()).json());
    Shape.same(
        "analyzer-apply",
        calls
            .post(
                "/apply",
                cv("resume", "Dora Dean")
                    .field("job_id", job)
                    .field("name", "Dora Dean")
                    .field("email", "dora@example.com"))
            .json());
  }

  @Test
  void persona() {
    api.job("persona-123");
    var queued =
        calls.post(
            "/api/v1/candidate/upload-batch",
            cv("files", "Ann Archer")
                .field("persona_id", "persona-123")
                .file("files", "broken.pdf", Cvs.broken()));

    Shape.same("persona-queued", queued.json());
    Shape.same(
        "persona-job",
        api.awaiting(
            "/api/v1/jobs/" + queued.json().path("job_id").asString() + "/status",
            ContractTest::isCompleted));
    Shape.same("persona-my-jobs", calls.get("/api/v1/jobs/my-jobs?limit=20").json());
  }

  @Test
  void cvbatch() {
    var made =
        calls.postJson(
            "/api/v1/cv-batches",
            Api.json(
                Map.of(
                    "title",
                    "Spring intake",
                    "job_description_id",
                    api.job("cvbatch").path("id").asString(),
                    "department",
                    "IT",
                    "location",
                    "Hull",
                    "tags",
                    List.of("a"),
                    "experience_range",
                    List.of(3, 8))));
    assertThat(made.status()).isEqualTo(201);
    Shape.same("cvbatch-batch", made.json());
    String batch = made.json().path("id").asString();
    Shape.same(
        "cvbatch-upload",
        calls
            .post(
                "/api/v1/cv-batches/" + batch + "/upload",
                new Multipart()
                    .file("files", "ann.txt", current("Ann Archer"))
                    .file("files", "bob.txt", Cvs.of("Bob Baker", "SAP, Excel")))
            .json());
    String status = PROCESSING + "batch/" + batch + "/queue-status";
    Shape.same("cvbatch-queue-status", calls.get(status).json());
    var started = calls.post(PROCESSING + "batch/" + batch + "/process", new Multipart()).json();
    Shape.same("cvbatch-process", started);
    api.awaiting(status, one -> one.path("percentage").asDouble() == 100);
    Shape.same(
        "cvbatch-nothing",
        calls.post(PROCESSING + "batch/" + batch + "/process", new Multipart()).json());
    String cv = started.path("task_ids").get(0).asString();
    Shape.same("cvbatch-cv", calls.get("/api/v1/cvs/" + cv).json());
    Shape.same(
        "cvbatch-process", calls.post(PROCESSING + "cv/" + cv + "/match", new Multipart()).json());
  }

  @Test
  void taskqueue() {
    var started =
        calls.post(
            "/process",
            cv("resumes", "Ann Archer")
                .field("job_description", Cvs.ASKED)
                .file("resumes", "broken.pdf", Cvs.broken()));

    Shape.same("taskqueue-started", started.json());
    Shape.same(
        "taskqueue-success",
        api.awaiting(
            "/process/status/" + started.json().path("task_id").asString(),
            task -> task.path("state").asString().equals("SUCCESS")));
    Shape.same("taskqueue-pending", calls.get("/process/status/4711").json());
    Shape.same(
        "taskqueue-emails",
        calls
            .postJson(
                "/send-personalized-emails?category=selected&job_description=Accountant",
                Api.json(List.of(Map.of("name", "Ann Archer", "email", "ann@example.com"))))
            .json());
  }

  @Test
  void missing_fields() {
    for (String path : List.of("/api/v1/candidate/upload-batch", "/api/analyzer/batch/upload")) {
      var body = new Multipart().field("persona_id", "x").field("job_id", "1");
      Shape.same("missing-field", calls.post(path, body).json());
    }
  }

  private static Multipart cv(String field, String name) {
    return new Multipart().file(field, name + ".txt", Cvs.of(name, "SAP, Excel"));
  }

  /// Somebody who works there still.
  private static String current(String name) {
    return Cvs.of(name, "SAP, Excel").replace("12/2024", "present");
  }

  private static boolean isCompleted(JsonNode body) {
    return body.path("status").asString().equals("completed");
  }
}
