package dev.shortlist.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import dev.shortlist.blind.Blind;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.github.GithubServer.Call;
import dev.shortlist.retention.Erasure;
import dev.shortlist.screening.ScreeningId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// GitHub beside candidates, from the upload to the page, with a server that plays GitHub.
@Tag("slow")
class GithubOfCandidatesTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final GithubServer github = new GithubServer();

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.github.base-url", github.address().toString(),
              "shortlist.github.retry", "50ms",
              "shortlist.github.patience", "30m"));

  private final HttpCalls api = new HttpCalls(shortlist.address());
  private final AccountId account = shortlist.get(Accounts.class).local();

  @AfterAll
  static void close() {
    github.close();
  }

  /// A token of its own has a quota of its own.
  @BeforeEach
  void on() {
    github.is(GithubServer.Day.GOOD);
    github.forget();
    var put =
        api.request("/api/v1/settings/github")
            .header("Content-Type", "application/json")
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "{\"on\":true,\"token\":\"%s\"}".formatted(UUID.randomUUID())));
    assertThat(api.send(put).status()).isEqualTo(200);
  }

  @Test
  void a_candidates_public_work_stands_beside_the_score_and_costs_no_calls_a_second_time()
      throws Exception {
    String login = login();
    github.person(login, "ledger Java 2026-02-01", "linux C 2026-01-01 fork");
    api.send(api.request("/api/v1/settings/github").DELETE());
    var without = application(screening(cv(login, "first")));
    assertThat(without.path("github").isNull()).as("off by default").isTrue();
    assertThat(github.calls()).isEmpty();
    on();

    var screening = screening(cv(login, "second"));
    var with = known(screening);

    var told = with.path("github");
    assertThat(told.path("state").asString()).isEqualTo("KNOWN");
    assertThat(told.path("work").path("own").asInt()).isEqualTo(1);
    assertThat(told.path("asked").path(0).path("name").asString()).isEqualTo("Java");
    assertThat(with.path("explanation").path("total").asDouble())
        .isEqualTo(without.path("explanation").path("total").asDouble());
    int calls = github.calls().size();
    assertThat(calls).isEqualTo(2);
    assertThat(known(screening(cv(login, "third"))).path("github").path("work"))
        .isEqualTo(told.path("work"));
    assertThat(github.calls()).hasSize(calls);

    String page = page(screening, with);
    assertThat(page).doesNotContain(login);
    String report = get("/screenings/%s/report.html".formatted(screening.path("number").asInt()));
    assertThat(report).doesNotContain(login);
    shortlist
        .get(Blind.class)
        .show(account, new ScreeningId(uuid(screening.path("id"))), true, "test");
    assertThat(page(screening, with)).contains("https://github.com/" + login + "/ledger");
    assertThat(get("/screenings/%s/report.html".formatted(screening.path("number").asInt())))
        .contains("Java (1, 2026-02)");
  }

  @Test
  void the_settings_say_what_holds_and_try_it_and_never_show_the_token() throws Exception {
    github.body("/rate_limit", "{}");
    String page =
        api.send(
                api.request("/settings/github/test")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.noBody()))
            .response()
            .body();
    assertThat(page)
        .contains("GitHub answers.", "Calls left: ", github.address().toString())
        .doesNotContain(String.valueOf(github.calls().getLast().authorization()).substring(7));

    github.refuse(401, Map.of());
    var tried =
        api.send(
                api.request("/api/v1/settings/github/test")
                    .POST(HttpRequest.BodyPublishers.noBody()))
            .json();
    assertThat(tried.path("works").asBoolean()).isFalse();
    assertThat(tried.path("why").asString()).isEqualTo("TOKEN_REFUSED");
    var settings = api.send(api.request("/api/v1/settings/github").GET()).json();
    assertThat(settings.path("baseUrl").asString()).isEqualTo(github.address().toString());
    assertThat(settings.path("tokenSet").asBoolean()).isTrue();
  }

  @Test
  void what_is_old_is_asked_again_by_its_etag() {
    String login = login();
    github.person(login, "ledger Java 2026-02-01");
    known(screening(cv(login, "first")));
    sql("update github_person set answered_at = answered_at - interval '8 days'");
    github.forget();

    known(screening(cv(login, "second")));

    await().atMost(LONG).until(() -> github.calls().size() >= 2);
    assertThat(github.calls()).extracting(Call::status).containsExactly(304, 304);
  }

  @Test
  void an_unknown_account_an_outage_and_a_used_up_quota_are_said_and_harm_nothing() {
    assertThat(notKnown(screening(cv(login(), "unknown")))).isEqualTo("UNKNOWN_USER");

    github.refuse(503, Map.of());
    assertThat(notKnown(screening(cv(login(), "away")))).isEqualTo("NOT_REACHED");
    assertThat(github.calls()).extracting(Call::status).containsOnlyOnce(404);

    github.refuse(403, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "4000000000"));
    assertThat(notKnown(screening(cv(login(), "quota")))).isEqualTo("QUOTA");
  }

  @Test
  void who_is_told_to_wait_waits_and_is_served() {
    String login = login();
    github.person(login, "ledger Java 2026-02-01");
    github.refuse(429, Map.of("Retry-After", "1"));
    var screening = screening(cv(login, "waits"));
    assertThat(application(screening).path("stage").asString()).isEqualTo("COMPLETED");
    await().atMost(LONG).until(() -> !github.calls().isEmpty());
    github.is(GithubServer.Day.GOOD);

    assertThat(known(screening).path("github").path("work").path("own").asInt()).isEqualTo(1);
  }

  @Test
  void with_the_last_cv_that_names_an_account_all_that_github_said_is_gone() {
    String login = login();
    github.person(login, login + "-ledger Java 2026-02-01");
    var candidate = known(screening(cv(login, "gone"))).path("candidate");
    assertThat(tables(login)).contains("github_person", "github_answer");

    shortlist.get(Erasure.class).candidate(account, new CandidateId(uuid(candidate)));

    assertThat(tables(login)).isEmpty();
  }

  @Test
  void the_token_is_encrypted_and_never_shown() {
    api.send(
        api.request("/api/v1/settings/github")
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"on\":true,\"token\":\"ghp_canary\"}")));

    assertThat(api.get("/api/v1/settings/github").response().body())
        .contains("\"tokenSet\":true")
        .doesNotContain("ghp_canary");
    assertThat(tables("ghp_canary")).isEmpty();
  }

  private JsonNode known(JsonNode screening) {
    return await()
        .atMost(LONG)
        .until(
            () -> application(screening),
            found -> found.path("github").path("state").asString("").equals("KNOWN"));
  }

  private String notKnown(JsonNode screening) {
    return await()
        .atMost(LONG)
        .until(
            () -> application(screening).path("github"),
            found -> found.path("state").asString("").equals("NOT_KNOWN"))
        .path("why")
        .asString();
  }

  /// The one application of the screening, once it is through.
  private JsonNode application(JsonNode screening) {
    String of = "/api/v1/screenings/" + screening.path("id").asString() + "/applications";
    var id =
        await()
            .atMost(LONG)
            .until(
                () -> api.get(of).json().path("applications").path(0),
                one -> one.path("stage").asString("").equals("COMPLETED"))
            .path("id")
            .asString();
    return api.get("/api/v1/applications/" + id).json();
  }

  private JsonNode screening(String cv) {
    var made =
        api.post(
            "/api/v1/screenings",
            new Multipart()
                .field("jobDescriptionText", "Developer\n\nRequirements\n- Java\n- SQL\n")
                .file("files", "cv.txt", cv));
    assertThat(made.status()).as(made.response().body()).isLessThan(300);
    var json = made.json();
    return json.has("screening") ? json.path("screening") : json;
  }

  private static String login() {
    return "canary" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  }

  /// @param what makes it a file of its own
  private static String cv(String login, String what) {
    return "Ann Example\nann.%1$s@example.com\nhttps://github.com/%2$s\n\nExperience\nDeveloper, Northwind, 2019 - 2024\nJava\n"
        .formatted(what, login);
  }

  private String page(JsonNode screening, JsonNode application) throws Exception {
    return get(
        "/screenings/%d/applications/%s"
            .formatted(screening.path("number").asInt(), application.path("id").asString()));
  }

  private static String get(String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(shortlist.address() + path)).build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static List<String> tables(String canary) {
    var tables = new ArrayList<String>();
    shortlist
        .database()
        .dump()
        .forEach((table, rows) -> {
          if (rows.stream().anyMatch(row -> row.contains(canary))) {
            tables.add(table);
          }
        });
    return tables;
  }

  private static UUID uuid(JsonNode id) {
    return UUID.fromString(id.asString());
  }

  private void sql(String sql) {
    shortlist.inAccount(account, jdbc -> jdbc.sql(sql).update());
  }
}
