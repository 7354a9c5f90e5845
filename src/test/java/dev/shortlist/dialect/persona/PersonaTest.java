package dev.shortlist.dialect.persona;

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
class PersonaTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final String UPLOAD = "/api/v1/candidate/upload-batch";
  private final HttpCalls calls = new HttpCalls(shortlist.address());
  private final Api api = new Api(calls);

  @Test
  void one_bad_cv_does_not_fail_the_job_and_gets_no_score() {
    api.job("persona-7");
    var queued =
        calls.post(
            UPLOAD,
            new Multipart()
                .field("persona_id", "persona-7")
                .file("files", "ann.txt", Cvs.of("Ann Archer", "SAP, Excel"))
                .file("files", "broken.pdf", Cvs.broken()));

    assertThat(queued.json().path("status").asString()).isEqualTo("queued");
    var job =
        api.awaiting(
            "/api/v1/jobs/" + queued.json().path("job_id").asString() + "/status",
            status -> status.path("status").asString().equals("completed"));
    assertThat(job.path("persona_id").asString()).isEqualTo("persona-7");
    assertThat(job.path("result").path("scores").findValuesAsString("name"))
        .containsExactly("Ann Archer");
    assertThat(job.path("result").path("unreadable").findValuesAsString("file_name"))
        .containsExactly("broken.pdf");
    assertThat(job.path("progress").toString()).isEqualTo("{\"processed\":2,\"total\":2}");
    assertThat(job.path("candidate_ids")).hasSize(1);
    assertThat(calls.get("/api/v1/jobs/my-jobs?limit=1").json().get(0).path("job_id"))
        .isEqualTo(job.path("job_id"));
  }

  @Test
  void an_unknown_persona_is_not_found() {
    var body = new Multipart().field("persona_id", "persona-x").file("files", "a.txt", "Ann");

    assertThat(Api.wrong(calls.post(UPLOAD, body))).isEqualTo("404 Persona not found");
  }

  @Test
  void an_upload_without_a_valid_file_is_refused() {
    api.job("persona-8");
    var body = new Multipart().field("persona_id", "persona-8").file("files", "empty.pdf", "");

    assertThat(Api.wrong(calls.post(UPLOAD, body))).startsWith("400 ").contains("empty");
  }

  @Test
  void missing_files_are_named_as_a_field() {
    var answer = calls.post(UPLOAD, new Multipart().field("persona_id", "persona-8"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("detail").get(0).path("loc").toString())
        .isEqualTo("[\"body\",\"files\"]");
  }

  @Test
  void an_unknown_job_is_not_found() {
    assertThat(Api.wrong(calls.get("/api/v1/jobs/4711/status"))).isEqualTo("404 Job not found");
  }
}
