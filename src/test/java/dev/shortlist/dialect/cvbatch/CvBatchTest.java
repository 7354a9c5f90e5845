package dev.shortlist.dialect.cvbatch;

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
class CvBatchTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final String PROCESSING = "/api/v1/cv-processing/";
  private final HttpCalls calls = new HttpCalls(shortlist.address());
  private final Api api = new Api(calls);

  @Test
  void a_batch_without_job_description_is_read_and_not_matched() {
    String batch = batch(Map.of("title", "Only read"));
    var uploaded =
        calls.post(
            "/api/v1/cv-batches/" + batch + "/upload",
            new Multipart()
                .file("files", "ann.txt", Cvs.of("Ann Archer", "SAP, Excel"))
                .file("files", "empty.pdf", ""));

    assertThat(uploaded.json().path("uploaded_count").asInt()).isEqualTo(1);
    assertThat(uploaded.json().path("failed_count").asInt()).isEqualTo(1);
    var waiting = calls.get(PROCESSING + "batch/" + batch + "/queue-status").json();
    assertThat(waiting.path("queued").asInt()).isEqualTo(1);
    assertThat(waiting.path("percentage").toString()).isEqualTo("50.0");
    assertThat(waiting.path("estimated_time_seconds").asInt()).isEqualTo(40);
    var started = calls.post(PROCESSING + "batch/" + batch + "/process", new Multipart());
    assertThat(started.json().path("success").asBoolean()).isTrue();
    assertThat(started.json().path("task_ids")).hasSize(1);
    api.awaiting(
        PROCESSING + "batch/" + batch + "/queue-status",
        status -> status.path("percentage").asDouble() == 100);
    var cv = calls.get("/api/v1/cvs/" + started.json().path("task_ids").get(0).asString()).json();
    assertThat(cv.path("status").asString()).isEqualTo("completed");
    assertThat(cv.path("jd_match_score").isNull()).isTrue();
    assertThat(cv.path("parse_detail").path("candidate_name").asString()).isEqualTo("Ann Archer");
    var nothing = calls.post(PROCESSING + "batch/" + batch + "/process", new Multipart());
    assertThat(nothing.status()).isEqualTo(200);
    assertThat(nothing.json().path("success").asBoolean()).isFalse();
    assertThat(nothing.json().path("message").asString()).isEqualTo("No CVs to process");
  }

  @Test
  void a_cv_that_failed_is_tried_again_when_it_is_asked_for() {
    String batch =
        batch(
            Map.of(
                "title", "Again", "job_description_id", api.job("again").path("number").asInt()));
    var uploaded =
        calls.post(
            "/api/v1/cv-batches/" + batch + "/upload",
            new Multipart().file("files", "broken.pdf", Cvs.broken()));
    calls.post(PROCESSING + "batch/" + batch + "/process", new Multipart());
    String cv = uploaded.json().path("files").get(0).path("cv_id").asString();
    var failed =
        api.awaiting("/api/v1/cvs/" + cv, body -> body.path("status").asString().equals("failed"));

    assertThat(failed.path("jd_match_score").isNull()).isTrue();
    assertThat(failed.path("error").asString()).contains("damaged");
    var again = calls.post(PROCESSING + "cv/" + cv + "/retry", new Multipart());
    assertThat(again.json().path("message").asString()).isEqualTo("CV queued for retry");
    assertThat(again.json().path("task_ids").get(0).asString()).isEqualTo(cv);
  }

  @Test
  void unknown_batches_cvs_and_job_descriptions_are_not_found() {
    String unknown = "00000000-0000-7000-8000-00000000ffff";

    assertThat(Api.wrong(calls.post(PROCESSING + "batch/" + unknown + "/process", new Multipart())))
        .isEqualTo("404 Batch not found");
    assertThat(Api.wrong(calls.get(PROCESSING + "batch/" + unknown + "/queue-status")))
        .isEqualTo("404 Batch not found");
    assertThat(
            Api.wrong(
                calls.post(
                    "/api/v1/cv-batches/" + unknown + "/upload",
                    new Multipart().file("files", "a.txt", "Ann"))))
        .isEqualTo("404 Batch not found");
    assertThat(Api.wrong(calls.get("/api/v1/cvs/" + unknown))).isEqualTo("404 CV not found");
    assertThat(Api.wrong(calls.post(PROCESSING + "cv/" + unknown + "/retry", new Multipart())))
        .isEqualTo("404 CV not found");
    assertThat(
            Api.wrong(
                calls.postJson(
                    "/api/v1/cv-batches",
                    Api.json(Map.of("title", "X", "job_description_id", unknown)))))
        .isEqualTo("404 Job description not found");
  }

  @Test
  void a_missing_title_is_named_as_a_field() {
    var answer = calls.postJson("/api/v1/cv-batches", "{}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("detail").get(0).path("type").asString()).isEqualTo("missing");
  }

  @Test
  void a_body_that_is_no_json_is_told() {
    var answer = calls.postJson("/api/v1/cv-batches", "{");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("detail").get(0).path("type").asString())
        .isEqualTo("json_invalid");
  }

  private String batch(Map<String, Object> body) {
    var made = calls.postJson("/api/v1/cv-batches", Api.json(body));
    assertThat(made.status()).isEqualTo(201);
    return made.json().path("id").asString();
  }
}
