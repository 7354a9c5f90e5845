package dev.shortlist.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.judging.ScriptedProvider.Said;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An account's own model, by the API.
class ModelSettingsTest {
  private static final ScriptedProvider provider = new ScriptedProvider();

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final String PATH = "/api/v1/settings/model";

  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void forget() throws Exception {
    send("DELETE", PATH, "");
    provider.script(_ -> Said.answer("{\"ready\":true}"));
  }

  @AfterAll
  static void close() {
    provider.close();
  }

  @Test
  void nothing_is_used_until_somebody_chooses() throws Exception {
    assertThat(send("GET", PATH, "").body()).contains("\"inUse\":null", "\"keySet\":false");
    assertThat(send("POST", PATH + "/test", "").body())
        .contains("\"works\":false", "SHORTLIST_AI_PROVIDER");
  }

  @Test
  void a_key_is_used_and_never_shown_and_the_database_has_it_encrypted() throws Exception {
    var changed = send("PUT", PATH, choice("\"apiKey\":\"sk-very-secret\","));

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("\"keySet\":true", "\"own\":true");
    assertThat(changed.body() + send("GET", PATH, "").body()).doesNotContain("sk-very-secret");
    assertThat(stored()).startsWith("v1:").doesNotContain("sk-very-secret");
    assertThat(send("POST", PATH + "/test", "").body()).contains("\"works\":true");
    assertThat(provider.keys().getLast()).isEqualTo("Bearer sk-very-secret");
  }

  @Test
  void the_key_stays_without_a_new_one_and_never_goes_to_another_address() throws Exception {
    send("PUT", PATH, choice("\"apiKey\":\"sk-1\","));
    assertThat(send("PUT", PATH, choice("\"cascade\":\"ALL\",")).body())
        .contains("\"keySet\":true", "\"cascade\":\"ALL\"");

    var elsewhere = choice("").replace("127.0.0.1", "localhost");
    assertThat(send("PUT", PATH, elsewhere).body()).contains("\"keySet\":false");
  }

  @ParameterizedTest
  @CsvSource({
    "401, {}, refused the API key",
    "404, {}, has no model some-model",
    "402, {}, no credit left",
    "'400', '{\"error\":{\"message\":\"response_format is not supported\"}}', newer model",
    "503, {}, overloaded",
    "429, '{\"error\":\"requests per day\"}', day are used up"
  })
  void a_trial_says_what_is_wrong_and_what_to_do(int status, String body, String words)
      throws Exception {
    send("PUT", PATH, choice("\"model\":\"some-model\",\"apiKey\":\"k%d\",".formatted(status)));
    provider.script(_ -> new Said(status, body));

    assertThat(send("POST", PATH + "/test", "").body()).contains("\"works\":false", words);
  }

  @Test
  void a_model_that_does_not_keep_to_the_schema_is_told_so() throws Exception {
    send("PUT", PATH, choice("\"apiKey\":\"schema\","));
    provider.script(_ -> Said.answer("Yes, I am ready!"));

    assertThat(send("POST", PATH + "/test", "").body()).contains("answers by a JSON schema");
  }

  @Test
  void an_address_nobody_listens_at_is_told() throws Exception {
    send("PUT", PATH, choice("").replaceAll("127.0.0.1:\\d+", "127.0.0.1:1"));

    assertThat(send("POST", PATH + "/test", "").body()).contains("accepts no connection");
  }

  @Test
  void a_budget_of_nothing_makes_no_call() throws Exception {
    send("PUT", PATH, choice("\"model\":\"gpt-4o-mini\",\"monthlyBudget\":0,"));
    int before = provider.asked().size();

    assertThat(send("POST", PATH + "/test", "").body()).contains("budget of this month");
    assertThat(provider.asked()).hasSize(before);
  }

  @Test
  void a_budget_needs_a_price() throws Exception {
    send("PUT", PATH, choice("\"monthlyBudget\":5,"));

    assertThat(send("POST", PATH + "/test", "").body()).contains("SHORTLIST_AI_PRICES");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"requestsPerMinute\":5}', key of your own",
    "'{\"provider\":\"OPENAI\"}', model must be named",
    "'{\"provider\":\"OPENAI\",\"model\":\"m\",\"baseUrl\":\"ftp://x\"}', http or https",
    "'{\"provider\":\"OPENAI\",\"model\":\"m\",\"requestsPerMinute\":0}', from 1",
    "'{\"readings\":7}', from 1 to 5"
  })
  void a_choice_that_cannot_be_is_refused_with_the_reason(String body, String words)
      throws Exception {
    var refused = send("PUT", PATH, body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains(words);
  }

  private static String choice(String more) {
    return "{%s\"provider\":\"OPENAI\",\"baseUrl\":\"%s\"%s}"
        .formatted(
            more, provider.address(), more.contains("\"model\"") ? "" : ",\"model\":\"home-made\"");
  }

  private static String stored() {
    AccountId account = shortlist.get(Accounts.class).local();
    return shortlist.inAccount(
        account, jdbc -> jdbc.sql("select key from model_settings").query(String.class).single());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(shortlist.address() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
