package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.SettableClock;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.api.HttpCalls.Answer;
import dev.shortlist.api.IdempotentRequests.Kept;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class IdempotencyTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final String JOBS = "/api/v1/job-descriptions";
  private static final String BODY = "{\"text\": \"Baker\\nRequirements\\n- Baking\"}";

  private final HttpCalls api = new HttpCalls(shortlist.address());
  private final String key = UUID.randomUUID().toString();

  @Test
  void a_request_sent_again_is_answered_as_before_and_does_nothing_again() {
    var first = post(key, BODY);
    int jobs = jobs();
    var again = post(key, BODY);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header(IdempotencyFilter.REPLAYED)).isEqualTo("true");
    assertThat(jobs()).isEqualTo(jobs);
    assertThat(post(UUID.randomUUID().toString(), BODY).json()).isNotEqualTo(first.json());
  }

  @Test
  void the_key_of_another_request_is_refused() {
    post(key, BODY);
    var other = post(key, BODY.replace("Baking", "Baking of bread"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().path("type").asString()).endsWith(":key-reused");
  }

  @Test
  void a_refused_request_may_come_again_with_its_key() {
    assertThat(post(key, "{\"text\": \"\"}").status()).isEqualTo(422);
    assertThat(post(key, BODY).status()).isEqualTo(201);
  }

  @Test
  void a_key_has_a_length() {
    assertThat(post("k".repeat(256), BODY).status()).isEqualTo(400);
    assertThat(post(" ", BODY).status()).isEqualTo(400);
  }

  @Test
  void of_two_at_a_time_the_second_is_told_to_wait_until_the_first_is_taken_for_dead() {
    var account = new AccountId(shortlist.database().account());
    var clock = new SettableClock(Instant.parse("2026-05-04T12:00:00Z"));
    var requests =
        new IdempotentRequests(shortlist.database().jdbc(), shortlist.database().tenancy(), clock);

    assertThat(requests.begin(account, key, "a")).isEmpty();
    assertThat(requests.begin(account, key, "a").orElseThrow().answer()).isNull();
    clock.advance(IdempotentRequests.PATIENCE.plusSeconds(1));
    assertThat(requests.begin(account, key, "a")).isEmpty();

    requests.done(account, key, new Kept(200, "text/plain", null, new byte[] {1}));
    assertThat(requests.begin(account, key, "a").orElseThrow().answer()).isNotNull();
    clock.advance(IdempotentRequests.KEPT.plus(Duration.ofSeconds(1)));
    assertThat(requests.begin(account, key, "a")).isEmpty();
  }

  private int jobs() {
    return api.get(JOBS).json().path("jobDescriptions").size();
  }

  private Answer post(String key, String body) {
    return api.send(
        api.request(JOBS)
            .header("Content-Type", "application/json")
            .header(IdempotencyFilter.KEY, key)
            .POST(BodyPublishers.ofString(body)));
  }
}
