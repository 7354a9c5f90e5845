package dev.shortlist.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the providers' documents say they send and expect.
class WireTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final Prompt PROMPT =
      new Prompt("be fair", "a CV", "{\"type\":\"object\"}", 700, "v");

  @Test
  void anthropics_answers_are_read() {
    var wire = new AnthropicWire();
    String answer =
        "{\"content\":[{\"type\":\"text\",\"text\":\"{}\"}],\"stop_reason\":\"%s\",\"usage\":{\"input_tokens\":10,\"cache_read_input_tokens\":90,\"output_tokens\":5}}";
    var usage = new Usage(100, 5, 90);

    assertThat(wire.read(json(answer.formatted("end_turn"))))
        .isEqualTo(new Reply.Answered("{}", usage));
    assertThat(wire.read(json(answer.formatted("max_tokens"))))
        .isEqualTo(new Reply.Cut("{}", usage));
    assertThat(wire.read(json(answer.formatted("refusal")))).isEqualTo(new Reply.Refused(usage));
  }

  @Test
  void ollamas_answers_are_read_and_it_is_told_how_long_the_prompt_is() {
    var wire = new OllamaWire();

    assertThat(
            wire.read(
                json(
                    "{\"message\":{\"content\":\"{}\"},\"done_reason\":\"stop\",\"prompt_eval_count\":7,\"eval_count\":3}")))
        .isEqualTo(new Reply.Answered("{}", new Usage(7, 3, 0)));
    assertThat(wire.body(model(Provider.OLLAMA), PROMPT).path("options").path("num_ctx").asInt())
        .isGreaterThan(PROMPT.tokens() + PROMPT.answerTokens());
  }

  @Test
  void thoughts_of_gemini_are_no_answer_but_are_paid() {
    assertThat(
            new GeminiWire()
                .read(
                    json(
                        "{\"candidates\":[{\"finishReason\":\"STOP\",\"content\":{\"parts\":[{\"text\":\"hm\",\"thought\":true},{\"text\":\"{}\"}]}}],\"usageMetadata\":{\"promptTokenCount\":9,\"candidatesTokenCount\":2,\"thoughtsTokenCount\":30}}")))
        .isEqualTo(new Reply.Answered("{}", new Usage(9, 32, 0)));
    assertThat(new GeminiWire().read(json("{\"promptFeedback\":{\"blockReason\":\"OTHER\"}}")))
        .isInstanceOf(Reply.Refused.class);
  }

  @ParameterizedTest
  @EnumSource
  void every_provider_gets_the_prompt_and_the_schema_and_no_tools(Provider provider) {
    var body = provider.wire().body(model(provider), PROMPT).toString();

    assertThat(body)
        .contains("be fair", "a CV", "\"type\":\"object\"", "700")
        .doesNotContain("tool");
  }

  @ParameterizedTest
  @EnumSource
  void every_provider_may_send_what_is_no_answer(Provider provider) {
    for (String odd : List.of("{}", "[]", "1", "{\"choices\":7,\"content\":7,\"message\":[]}")) {
      assertThat(provider.wire().read(json(odd))).isInstanceOf(Reply.Malformed.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retry-after | 7 | {} | 7000",
        "retry-after | 0.5 | {} | 500",
        "retry-after | Sun, 22 Nov 2026 09:31:30 GMT | {} | 90000",
        "retry-after-ms | 1234 | {} | 1234",
        "x | 1 | {\"error\":{\"details\":[{\"retryDelay\":\"41.5s\"}]}} | 41500",
        "x | 1 | Please try again in 1m2.5s. | 62500",
        "x | 1 | Please try again in 6h0m0s. | 21600000",
        "x | 1 | Please try again in 20ms. | 20",
        "retry-after | soon | no word | -1",
        "retry-after | -5 | no word | -1",
        "retry-after | 99999999999 | no word | -1"
      })
  void a_promised_time_is_understood_wherever_it_stands(
      String header, String value, String body, long millis) {
    var wait = Errors.wait(headers(header, value), body, NOW);

    assertThat(wait == null ? -1 : wait.toMillis()).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | insufficient_quota | NotPaid",
        "402 | pay | NotPaid",
        "429 | slow down | RateLimited",
        "529 | overloaded_error | Overloaded",
        "503 | x | Overloaded",
        "401 | x | Unauthorised",
        "400 | API key not valid. Please pass a valid API key. | Unauthorised",
        "404 | x | UnknownModel",
        "400 | Invalid parameter: 'response_format' of type 'json_schema' is not supported | SchemaRefused",
        "400 | Unknown name responseJsonSchema | SchemaRefused",
        "400 | the prompt is too long | NotAccepted",
        "301 | moved | NotAccepted"
      })
  void errors_are_told_apart(int status, String body, String kind) {
    var reply = Errors.read(status, headers("x", "y"), body, NOW);

    assertThat(reply.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(Remedies.of(reply, model(Provider.OPENAI))).endsWith(".").doesNotContain("secret");
  }

  @Test
  void an_address_that_is_none_is_named() {
    assertThatThrownBy(() ->
            new Model(
                Provider.OPENAI, URI.create("api.example.com"), null, "m", Duration.ofSeconds(1)))
        .hasMessageContaining("SHORTLIST_AI_BASE_URL")
        .hasMessageContaining("api.example.com");
  }

  private static Model model(Provider provider) {
    return new Model(
        provider, provider.address(), new ApiKey("secret"), "m", Duration.ofSeconds(1));
  }

  private static tools.jackson.databind.JsonNode json(String text) {
    return Wire.JSON.readTree(text);
  }

  private static HttpHeaders headers(String name, String value) {
    return HttpHeaders.of(Map.of(name, List.of(value)), (a, b) -> true);
  }
}
