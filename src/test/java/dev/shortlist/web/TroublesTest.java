package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a page's script asked for and cannot have: the answer says why, where it was asked.
@Tag("slow")
class TroublesTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls calls = new HttpCalls(shortlist.address());

  @Test
  void files_for_a_screening_that_is_over_are_refused_with_the_reason() {
    var begun = calls.post("/start", new Multipart().field("files", "1")).json();
    String draft = "/start/" + begun.path("number").asInt();
    assertThat(calls.post(draft + "/discard", new Multipart()).status()).isEqualTo(200);

    var refused = calls.post(draft + "/files", new Multipart().file("files", "late.txt", "Late"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asString()).isNotBlank();
  }

  @Test
  void a_card_that_somebody_else_changed_meanwhile_is_not_overwritten() {
    var first = keep("", "Welder").json().path("id").asString();
    assertThat(keep(first, "Pipe welder").json().path("revision").asInt()).isEqualTo(2);

    var refused = keep(first, "Welder, night shift");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("detail").asString()).contains("Load the page anew");
  }

  @Test
  void a_text_with_the_zero_character_is_refused_in_words() {
    for (String page : List.of("/candidates?q=a%00b", "/settings/data?person=a%00b")) {
      var refused = calls.get(page);

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.response().body()).contains("U+0000");
    }
  }

  @Test
  void an_address_with_a_slash_at_its_end_leads_to_the_page() {
    var page = calls.get("/job-descriptions/?q=welder");

    assertThat(page.status()).isEqualTo(308);
    assertThat(page.header("Location")).isEqualTo("/job-descriptions?q=welder");
    assertThat(calls.post("/settings/webhooks/", new Multipart()).status()).isEqualTo(404);
  }

  @Test
  void what_a_webhook_is_refused_for_is_said_in_the_readers_language() {
    assertThat(webhookMadeIn("de"))
        .contains("ist keine Adresse")
        .doesNotContain("Illegal character");
    assertThat(webhookMadeIn("fr")).contains("n’est pas une adresse");
  }

  @Test
  void why_a_test_message_was_not_taken_is_said_in_the_readers_language() {
    var webhook = "{\"url\":\"https://127.0.0.1/\",\"events\":[\"screening.completed\"]}";
    String id =
        calls.postJson("/api/v1/webhooks", webhook).json().path("webhook").path("id").asString();
    assertThat(calls.post("/settings/webhooks/" + id + "/test", new Multipart()).response().body())
        .contains("127.0.0.1 is not a public address");

    String page = calls.get("/settings/webhooks/" + id, "Accept-Language", "de").response().body();

    assertThat(page).contains("127.0.0.1 ist keine öffentliche Adresse");
  }

  private String webhookMadeIn(String language) {
    var form = new Multipart().field("url", "ht tps://x").field("events", "SCREENING_COMPLETED");
    var request =
        calls
            .request("/settings/webhooks")
            .header("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY)
            .header("Accept-Language", language)
            .POST(BodyPublishers.ofByteArray(form.whole()));
    return calls.send(request).response().body();
  }

  private HttpCalls.Answer keep(String base, String title) {
    var form =
        new Multipart()
            .field("text", "Welder. You must have TIG welding and five years of experience.")
            .field("name0", "")
            .field("name", title);
    return calls.post("/job-descriptions", base.isEmpty() ? form : form.field("base", base));
  }
}
