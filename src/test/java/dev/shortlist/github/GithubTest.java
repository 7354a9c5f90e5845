package dev.shortlist.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shortlist.SettableClock;
import dev.shortlist.github.GithubServer.Call;
import dev.shortlist.github.GithubServer.Day;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is asked of GitHub, and what is made of its answers, over real connections.
class GithubTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final GithubServer server = new GithubServer();
  private final SettableClock clock = new SettableClock(NOW);
  private final Memory memory = new Memory();
  private Github github = github(Duration.ofSeconds(30));

  @AfterEach
  void close() {
    server.close();
    github.close();
  }

  @Test
  void own_work_is_told_by_language_and_copies_are_counted_apart() throws IOException {
    server.person(
        "ann",
        "ledger Java 2026-02-01",
        "tools Java 2024-05-01",
        "site TypeScript 2025-01-01",
        "notes - 2023-01-01",
        "linux C 2026-03-01 fork");

    var work = work("ann", "");

    assertThat(work.own()).isEqualTo(4);
    assertThat(work.forks()).isEqualTo(1);
    assertThat(work.since()).isEqualTo(LocalDate.of(2015, 3, 2));
    assertThat(work.lastPush()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(work.languages())
        .extracting(PublicWork.Language::name, PublicWork.Language::repositories)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Java", 2),
            org.assertj.core.groups.Tuple.tuple("TypeScript", 1));
    assertThat(work.languages().getFirst().example()).hasToString("https://github.com/ann/ledger");
    assertThat(work.projects()).extracting(PublicWork.Project::name).startsWith("ledger", "site");
    assertThat(work.inShort())
        .isEqualTo("Java (2, 2026-02), TypeScript (1, 2025-01); 4 own repositories, 1 copy");
  }

  @Test
  void two_calls_are_made_and_by_their_etag_the_same_answers_are_not_sent_again()
      throws IOException {
    server.person("ann", "ledger Java 2026-02-01");
    var first = work("ann", "");
    assertThat(server.calls()).extracting(Call::status).containsExactly(200, 200);

    assertThat(work("ann", "")).isEqualTo(first);

    assertThat(server.calls()).extracting(Call::status).containsExactly(200, 200, 304, 304);
  }

  @Test
  void a_trial_says_whether_github_answers_and_how_many_calls_it_allows() {
    server.body("/rate_limit", "{}");
    assertThat(github.calls("a token")).isEmpty();

    assertThat(github.tryOut("a token")).isEmpty();

    assertThat(server.calls()).extracting(Call::authorization).containsExactly("Bearer a token");
    var calls = github.calls("a token").orElseThrow();
    assertThat(calls.left()).isEqualTo(999);
    assertThat(calls.at()).isEqualTo(NOW);
    assertThat(github.calls("")).as("another's are others").isEmpty();
  }

  @Test
  void a_trial_in_vain_says_why() {
    server.refuse(401, Map.of());
    assertThat(github.tryOut("a token")).contains(Skipped.TOKEN_REFUSED);
    server.refuse(503, Map.of());
    assertThat(github.tryOut("")).contains(Skipped.NOT_REACHED);
    server.refuse(403, Map.of("X-RateLimit-Remaining", "0"));
    assertThat(github.tryOut("")).contains(Skipped.QUOTA);
    server.close();
    assertThat(github.tryOut("")).contains(Skipped.NOT_REACHED);
  }

  @Test
  void nothing_is_remembered_that_is_not_used() throws IOException {
    server.person("ann", "ledger Java 2026-02-01");

    work("ann", "");

    assertThat(memory.answers.values().toString())
        .contains("ledger")
        .doesNotContain("example.com", "Bern", "Somebody", "secret");
  }

  @Test
  void the_token_is_shown_to_github() throws IOException {
    server.person("ann", "ledger Java 2026-02-01");

    work("ann", "t0ken");

    assertThat(server.calls()).extracting(Call::authorization).containsOnly("Bearer t0ken");
  }

  @Test
  void unknown_accounts_and_organisations_are_no_persons() throws IOException {
    server.account("northwind", "Organization");

    assertThat(github.ask("nobody", "", memory))
        .isEqualTo(new Github.Answer.None(Skipped.UNKNOWN_USER));
    assertThat(github.ask("northwind", "", memory))
        .isEqualTo(new Github.Answer.None(Skipped.NOT_A_PERSON));
  }

  @Test
  void a_refused_token_and_a_refused_call_are_told_apart() throws IOException {
    server.refuse(401, Map.of());
    assertThat(github.ask("ann", "old", memory))
        .isEqualTo(new Github.Answer.None(Skipped.TOKEN_REFUSED));
    server.refuse(451, Map.of());
    assertThat(github.ask("ann", "", memory)).isEqualTo(new Github.Answer.None(Skipped.REFUSED));
  }

  @Test
  void a_used_up_quota_ends_calls_until_its_reset_for_that_token_alone() throws IOException {
    server.person("ann", "ledger Java 2026-02-01");
    var reset = NOW.plus(Duration.ofMinutes(20));
    server.refuse(
        403,
        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "" + reset.getEpochSecond()));
    assertThat(limited("")).isEqualTo(reset);
    server.is(Day.GOOD);
    server.forget();

    assertThat(limited("")).isEqualTo(reset);
    assertThat(server.calls()).isEmpty();
    work("ann", "another");
    clock.set(reset.plusSeconds(1));
    work("ann", "");
  }

  @Test
  void a_reserve_is_left_to_others() throws IOException {
    server.person("ann", "ledger Java 2026-02-01");
    server.remaining(12);

    work("ann", "");
    assertThat(limited("")).isEqualTo(NOW.plus(Duration.ofMinutes(65)));

    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void retry_after_is_kept() {
    server.refuse(429, Map.of("Retry-After", "90"));

    assertThat(limited("")).isEqualTo(NOW.plusSeconds(90));
  }

  @Test
  void errors_cut_answers_and_what_is_no_json_may_be_better_later() {
    server.refuse(503, Map.of());
    assertNotReached("it answered 503");
    server.is(Day.CUT);
    assertNotReached("no connection, or it broke");
    server.is(Day.GOOD);
    server.body("/users/ann", "<html>Sign in to the hotel</html>");
    assertNotReached("it answered something that is not JSON");
    server.refuse(302, Map.of());
    assertNotReached("it answered 302");
    server.close();
    assertNotReached("no connection, or it broke");
  }

  @Test
  void silence_ends() {
    github.close();
    github = github(Duration.ofMillis(200));
    server.is(Day.SILENT);

    assertThatThrownBy(() -> github.ask("ann", "", memory)).isInstanceOf(NotReached.class);
  }

  @Test
  void an_answer_without_end_is_not_read_to_its_end() {
    server.body("/users/ann", "{\"login\":\"ann\",\"bio\":\"" + "x".repeat(9 << 20) + "\"}");

    assertNotReached("no connection, or it broke");
  }

  @Test
  void no_other_host_is_asked_whatever_github_names() throws IOException {
    try (var elsewhere = new GithubServer()) {
      elsewhere.person("ann", "ledger Java 2026-02-01");
      server.refuse(301, Map.of("Location", elsewhere.address() + "/users/ann"));
      assertNotReached("it named another host");
      server.is(Day.GOOD);
      // Without the day it was made the library would ask for the account by the address it names.
      server.body(
          "/users/ann",
          "{\"login\":\"ann\",\"type\":\"User\",\"url\":\"%s/users/ann\"}"
              .formatted(elsewhere.address()));
      server.body("/users/ann/repos?per_page=100", "[]");
      work("ann", "");

      assertThat(elsewhere.calls()).isEmpty();
    }
  }

  private void assertNotReached(String why) {
    assertThatThrownBy(() -> github.ask("ann", "", memory))
        .isInstanceOf(NotReached.class)
        .hasMessage(why);
  }

  private Instant limited(String token) {
    return catchThrowableOfType(Limited.class, () -> github.ask("ann", token, new Memory()))
        .until();
  }

  private PublicWork work(String login, String token) throws IOException {
    var answer = github.ask(login, token, memory);
    assertThat(answer).isInstanceOf(Github.Answer.Work.class);
    return ((Github.Answer.Work) answer).work();
  }

  private Github github(Duration timeout) {
    return new Github(
        new GithubSettings(
            true,
            server.address(),
            null,
            timeout,
            10,
            Duration.ofHours(2),
            Duration.ofSeconds(20),
            Duration.ofDays(7)),
        clock);
  }

  private static final class Memory implements Remembered {
    private final Map<String, Answer> answers = new HashMap<>();

    @Override
    public Optional<Answer> find(String path) {
      return Optional.ofNullable(answers.get(path));
    }

    @Override
    public void keep(String path, Answer answer) {
      answers.put(path, answer);
    }
  }
}
