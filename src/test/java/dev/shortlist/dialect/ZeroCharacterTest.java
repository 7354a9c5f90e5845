package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Answer;
import dev.shortlist.api.HttpCalls.Multipart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The character that no text has, U+0000, in whatever a client sends: each dialect refuses it in
/// its own words, and names the field where it can.
@Tag("slow")
class ZeroCharacterTest {
  private static final String ZERO = "a\0b";

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls calls = new HttpCalls(shortlist.address());
  private final Api api = new Api(calls);

  @Test
  void bulkscreen_names_the_field() {
    var zip = HttpCalls.zip(Map.of("ann.txt", Cvs.of("Ann Archer", "SAP, Excel")));

    for (String field : List.of("job_title", "required_skills")) {
      var form = new Multipart().file("resumes_zip", "cvs.zip", zip);
      form.field("job_description", Cvs.ASKED).field(field, ZERO);
      refused(calls.post("/api/bulk-screen", form), field);
    }
  }

  @Test
  void analyzer_names_the_field_of_a_form_and_the_body_of_json() {
    refused(calls.post("/api/analyzer/batch/upload", cv("files").field("job_id", ZERO)), "job_id");
    String job = api.job("zero-analyzer").path("number").asString();
    refused(calls.post("/apply", application(job, ZERO, "ann@example.com")), "name");
    refused(calls.post("/apply", application(job, "Ann", ZERO)), "email");
    var body = Api.json(Map.of("job_id", ZERO, "resume_text", "SAP"));
    refused(calls.postJson("/api/analyzer/analyze", body), "");
  }

  @Test
  void persona_and_taskqueue_name_the_field() {
    var upload = cv("files").field("persona_id", ZERO);
    refused(calls.post("/api/v1/candidate/upload-batch", upload), "persona_id");
    var process = cv("resumes").field("job_description", Cvs.ASKED).field("user_id", ZERO);
    refused(calls.post("/process", process), "user_id");
  }

  @Test
  void cvbatch_names_the_body() {
    for (String field : List.of("title", "job_description_id", "department", "location")) {
      var body = new HashMap<>(Map.of("title", "Spring intake"));
      body.put(field, ZERO);
      refused(calls.postJson("/api/v1/cv-batches", Api.json(body)), "");
    }
  }

  private static Multipart application(String job, String name, String email) {
    return cv("resume").field("job_id", job).field("name", name).field("email", email);
  }

  private static Multipart cv(String field) {
    return new Multipart().file(field, "ann.txt", Cvs.of("Ann Archer", "SAP, Excel"));
  }

  private static void refused(Answer answer, String field) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
    var wrong = answer.json().path("detail").path(0);
    assertThat(wrong.path("loc").path(0).asString()).isEqualTo("body");
    assertThat(wrong.path("loc").path(1).asString("")).isEqualTo(field);
    assertThat(wrong.path("msg").asString()).contains("U+0000");
    assertThat(wrong.path("type").asString()).isEqualTo("value_error");
  }
}
