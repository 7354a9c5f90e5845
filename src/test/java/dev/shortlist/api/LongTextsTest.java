package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls.Answer;
import dev.shortlist.api.HttpCalls.Multipart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/// What is read in one line is as long as a line: the same in the API, the dialects and the pages.
@Tag("slow")
class LongTextsTest {
  private static final String LONG = "x".repeat(5000);
  private static final String TEXT = "We need 3 years of Java";

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls calls = new HttpCalls(shortlist.address());

  @Test
  void titles_and_references_of_job_descriptions_and_screenings() {
    for (String field : List.of("title", "reference")) {
      var job = Map.of("text", TEXT, field, LONG);
      refused(calls.postJson("/api/v1/job-descriptions", json(job)), field);
      var screening = Map.of("jobDescriptionText", TEXT, field, LONG);
      refused(calls.postJson("/api/v1/screenings", json(screening)), field);
    }
    assertThat(calls.get("/api/v1/screenings").response().body()).doesNotContain(LONG);
    assertThat(calls.get("/api/v1/job-descriptions").response().body()).doesNotContain(LONG);
  }

  @Test
  void names_of_users_and_descriptions_of_webhooks() {
    var user = Map.of("email", "ann@example.com", "role", "VIEWER", "name", LONG);
    refused(calls.postJson("/api/v1/users", json(user)), "name");
    var webhook = Map.of("url", "https://hooks.example.com/", "description", LONG);
    refused(calls.postJson("/api/v1/webhooks", json(webhook)), "description");
  }

  @Test
  void what_just_fits_is_taken() {
    var job = Map.of("text", TEXT, "title", "x".repeat(200));

    assertThat(calls.postJson("/api/v1/job-descriptions", json(job)).status()).isEqualTo(201);
  }

  @Test
  void a_dialect_says_so_in_its_own_words() {
    var refused = calls.postJson("/api/v1/cv-batches", json(Map.of("title", LONG)));

    assertThat(refused.status()).isEqualTo(422);
    var wrong = refused.json().path("detail").path(0);
    assertThat(wrong.path("loc").path(1).asString()).isEqualTo("title");
    assertThat(wrong.path("msg").asString()).contains("5000 characters and may have 200");
  }

  @Test
  void a_page_says_so() {
    var begun = calls.post("/start", new Multipart().field("files", "1")).json();
    String screen = "/start/" + begun.path("number").asInt() + "/screen";

    var refused = calls.post(screen, new Multipart().field("title", LONG));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.response().body()).contains("may have 200");
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  private static void refused(Answer answer, String field) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString())
        .isEqualTo(field + " has 5000 characters and may have 200: shorten it.");
  }
}
