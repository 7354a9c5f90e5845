package dev.shortlist.dialect;

import static org.awaitility.Awaitility.await;

import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the dialects' tests ask a server.
public record Api(HttpCalls calls) {

  /// Keeps the accountant's job description and answers with it.
  public JsonNode job(String reference) {
    return calls
        .postJson(
            "/api/v1/job-descriptions", json(Map.of("text", Cvs.ASKED, "reference", reference)))
        .json();
  }

  /// `STATUS DETAIL`, the way these clients are told what is wrong.
  public static String wrong(Answer answer) {
    return answer.status() + " " + answer.json().path("detail").asString("");
  }

  /// Asks until `enough` is so.
  public JsonNode awaiting(String path, Predicate<JsonNode> enough) {
    return await().atMost(Duration.ofSeconds(60)).until(() -> calls.get(path).json(), enough);
  }

  public static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }
}
