package dev.shortlist.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.database.Tenancy;
import dev.shortlist.notify.Receiver.Message;
import dev.shortlist.retention.CandidatesDeleted;
import dev.shortlist.retention.Erasure;
import dev.shortlist.screening.Halt;
import dev.shortlist.screening.ScreeningHalted;
import dev.shortlist.screening.ScreeningId;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Webhooks as a receiver sees them.
@Tag("slow")
class WebhooksTest {
  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(Map.of("shortlist.webhooks.allow", "127.0.0.0/8"));

  private final Receiver receiver = new Receiver();
  private final Webhooks webhooks = shortlist.get(Webhooks.class);
  private final Courier courier = shortlist.get(Courier.class);
  private final HttpCalls api = new HttpCalls(shortlist.address());
  private final AccountId account = shortlist.get(Accounts.class).local();

  @BeforeEach
  void nobodyListens() {
    webhooks.list(account).forEach(webhook -> webhooks.delete(account, webhook.id()));
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void an_address_is_told_from_what_is_none() {
    assertThat(Webhooks.address(" https://hooks.example.com/shortlist "))
        .isEqualTo(URI.create("https://hooks.example.com/shortlist"));
    assertThatThrownBy(() -> Webhooks.address("ht tps://hooks.example.com"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"ht tps://hooks.example.com\" is no address: write one");
  }

  @Test
  void a_screening_is_told_from_its_first_cv_to_its_end_and_what_a_person_decided() {
    String secret =
        listen(
                "application.completed",
                "application.needs_review",
                "screening.completed",
                "decision.made")
            .path("secret")
            .asString();

    String screening = screening();
    var messages =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(receiver::messages, all -> has(all, "screening.completed"));

    assertThat(messages)
        .extracting(Message::type)
        .containsExactlyInAnyOrder(
            "application.completed", "application.needs_review", "screening.completed");
    assertThat(messages).extracting(Message::id).doesNotHaveDuplicates();
    assertThat(messages).allSatisfy(message -> assertThat(signed(message, secret)).isTrue());
    var ranked = one(messages, "application.completed").json().path("data");
    assertThat(ranked.path("screening").path("id").asString()).isEqualTo(id(screening));
    assertThat(ranked.path("application").path("score").isInt()).isTrue();
    assertThat(messages)
        .allSatisfy(message -> assertThat(message.body()).doesNotContain("Ann", "Example"));

    String application = ranked.path("application").path("id").asString();
    var decided =
        api.postJson(
            "/api/v1/decisions",
            "{\"applications\":[\"%s\"],\"verdict\":\"ON_HOLD\",\"reason\":\"later\"}"
                .formatted(application));
    assertThat(decided.status()).isLessThan(300);
    var decision =
        await()
            .until(
                () -> receiver.messages().stream().filter(is("decision.made")).toList(),
                all -> !all.isEmpty());
    assertThat(decision.getFirst().json().path("data").path("decision").path("verdict").asString())
        .isEqualTo("ON_HOLD");
    assertThat(decision.getFirst().body()).doesNotContain("later");
  }

  @Test
  void a_deleted_person_is_told_by_id_in_the_transaction_of_the_deletion() {
    UUID hook = uuid(listen("candidate.deleted"));
    String screening = id(screening());
    String person =
        await().atMost(Duration.ofSeconds(60)).until(() -> person(screening), p -> !p.isEmpty());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> api.get("/api/v1/screenings/" + screening).json().path("state").asString(),
            "COMPLETED"::equals);
    var erasure = shortlist.get(Erasure.class);
    var candidate = new CandidateId(UUID.fromString(person));
    assertThatThrownBy(() ->
            shortlist
                .get(Tenancy.class)
                .inAccount(
                    account.value(),
                    () -> {
                      shortlist
                          .get(Announcer.class)
                          .deleted(new CandidatesDeleted(account, Set.of(candidate)));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(log(hook)).as("what is rolled back").isEmpty();

    erasure.candidate(account, candidate);

    var told =
        await().atMost(Duration.ofSeconds(60)).until(receiver::messages, all -> all.size() == 1);
    assertThat(told.getFirst().type()).isEqualTo("candidate.deleted");
    assertThat(told.getFirst().json().path("data").toString())
        .isEqualTo("{\"candidate\":{\"id\":\"%s\"}}".formatted(person));
  }

  @Test
  void what_is_rolled_back_is_never_told() {
    listen("decision.made");
    var deliveries = shortlist.get(Deliveries.class);

    assertThatThrownBy(() ->
            shortlist
                .get(Tenancy.class)
                .inAccount(
                    account.value(),
                    () -> {
                      deliveries.add(account, WebhookEvent.DECISION_MADE, Map.of());
                      courier.soon(account);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    courier.lookAround();

    assertThat(deliveries.due(account)).isEmpty();
    assertThat(receiver.messages()).isEmpty();
  }

  @Test
  void a_message_that_is_not_taken_is_tried_again_in_order_and_with_its_id() {
    var codes = new AtomicInteger();
    receiver.answer(() -> codes.getAndIncrement() < 2 ? 503 : 204);
    UUID id = uuid(listen("decision.made"));
    tell("first");
    tell("second");

    await().until(() -> receiver.messages().size(), size -> size == 1);
    var held =
        await()
            .until(
                () -> webhooks.find(account, id).orElseThrow(), found -> found.heldUntil() != null);
    assertThat(held.failingSince()).isNotNull();
    courier.lookAround();
    assertThat(receiver.messages()).as("nothing is sent while it is held").hasSize(1);
    timeComes(id);
    await().until(() -> receiver.messages().size(), size -> size == 2);
    await().until(() -> log(id).getLast().attempts(), attempts -> attempts == 2);
    timeComes(id);

    await().until(() -> receiver.messages().size(), size -> size == 4);
    var order =
        receiver.messages().stream()
            .map(message -> message.json().path("data").path("n").asString())
            .toList();
    assertThat(order).containsExactly("first", "first", "first", "second");
    assertThat(new HashSet<>(receiver.messages().stream().map(Message::id).toList())).hasSize(2);
    await()
        .until(
            () -> log(id),
            log -> log.stream().allMatch(one -> one.state() == Delivery.State.DELIVERED));
    assertThat(webhooks.find(account, id).orElseThrow().failingSince()).isNull();
  }

  @Test
  void a_message_nobody_took_for_a_day_is_given_up_and_can_be_sent_again() {
    receiver.answer(500);
    UUID id = uuid(listen("decision.made"));
    tell("old");
    await().until(() -> log(id).getFirst().attempts(), attempts -> attempts == 1);
    sql("update delivery set created_at = created_at - interval '24 hours'");
    timeComes(id);

    var dead = await().until(() -> log(id).getFirst(), one -> one.state() == Delivery.State.DEAD);
    assertThat(dead.error()).isEqualTo("it answered 500");
    receiver.answer(200);
    receiver.forget();
    sql("update webhook set held_until = null");
    var again =
        api.postJson("/api/v1/webhooks/%s/deliveries/%s/replay".formatted(id, dead.id()), "");
    assertThat(again.status()).isEqualTo(202);
    assertThat(await().until(receiver::messages, all -> all.size() == 1).getFirst().id())
        .isEqualTo(dead.id().toString());
  }

  @Test
  void an_address_that_is_gone_is_told_nothing_more() {
    receiver.answer(410);
    UUID id = uuid(listen("decision.made"));
    tell("x");

    await().until(() -> !webhooks.find(account, id).orElseThrow().active());
    assertThat(log(id).getFirst().state()).isEqualTo(Delivery.State.DEAD);
  }

  @Test
  void redirects_are_not_followed() {
    try (var elsewhere = new Receiver()) {
      receiver.redirect(elsewhere.url());
      var tested =
          api.postJson("/api/v1/webhooks/" + uuid(listen("decision.made")) + "/test", "").json();

      assertThat(tested.path("status").asInt()).isEqualTo(302);
      assertThat(tested.path("error").asString()).contains("redirects are not followed");
      assertThat(elsewhere.messages()).isEmpty();
    }
  }

  @Test
  void a_receiver_that_never_answers_costs_two_timeouts_at_most() throws Exception {
    var settings =
        new WebhookSettings(
            List.of("127.0.0.0/8"), Duration.ofMillis(500), Duration.ofDays(1), Duration.ofDays(1));
    UUID id = uuid(listen("decision.made"));
    var message = webhooks.test(account, id);
    try (var silent = new ServerSocket(0);
        var client = new WebhookClient(settings, Clock.systemUTC())) {
      var url = URI.create("http://127.0.0.1:" + silent.getLocalPort());

      assertThat(client.send(url, List.of(Signature.newSecret()), message).error())
          .isEqualTo("it did not answer in time");
    }
  }

  @Test
  void a_test_message_comes_at_once_and_once() {
    var made = listen("decision.made");

    var tested = api.postJson("/api/v1/webhooks/%s/test".formatted(uuid(made)), "").json();
    courier.lookAround();

    assertThat(tested.path("state").asString()).isEqualTo("DELIVERED");
    assertThat(receiver.messages())
        .singleElement()
        .extracting(Message::type)
        .isEqualTo("webhook.test");
    assertThat(signed(receiver.messages().getFirst(), made.path("secret").asString())).isTrue();
  }

  @Test
  void a_screening_that_waits_for_a_budget_or_a_model_says_why() {
    listen("screening.paused_budget", "screening.halted");
    var screening = new ScreeningId(UUID.fromString(id(screening())));
    for (var why : Halt.values()) {
      shortlist
          .get(Tenancy.class)
          .inAccount(
              account.value(),
              () ->
                  shortlist
                      .get(Announcer.class)
                      .halted(new ScreeningHalted(account, screening, why, "for " + why)));
    }

    var told = await().until(receiver::messages, all -> all.size() == 2);

    assertThat(told)
        .extracting(Message::type, message -> message.json().path("data").path("why").asString())
        .containsExactlyInAnyOrder(
            tuple("screening.paused_budget", "for BUDGET"), tuple("screening.halted", "for MODEL"));
  }

  @Test
  void for_a_day_the_old_secret_holds_beside_the_new_one() {
    var made = listen("decision.made");
    String old = made.path("secret").asString();
    UUID id = uuid(made);
    String now =
        api.postJson("/api/v1/webhooks/" + id + "/secret", "").json().path("secret").asString();

    webhooks.test(account, id);
    sql("update webhook set former_until = now() - interval '1 second'");
    webhooks.test(account, id);

    assertThat(signed(receiver.messages().get(0), old)).isTrue();
    assertThat(signed(receiver.messages().get(0), now)).isTrue();
    assertThat(signed(receiver.messages().get(1), old)).isFalse();
    assertThat(signed(receiver.messages().get(1), now)).isTrue();
  }

  @Test
  void secrets_are_encrypted_and_shown_once() {
    var made = listen("decision.made");

    assertThat(api.get("/api/v1/webhooks").response().body()).doesNotContain("whsec_");
    String kept =
        shortlist.inAccount(
            account,
            jdbc ->
                jdbc.sql("select secret from webhook")
                    .query((row, n) -> String.valueOf(row.getString(1)))
                    .single());
    assertThat(kept).doesNotContain(made.path("secret").asString());
  }

  @Test
  void a_node_with_another_master_key_says_so_at_the_message() {
    UUID id = uuid(listen("decision.made"));
    UUID other = uuid(listen("candidate.deleted"));
    sql(
        "update webhook set secret = (select secret from webhook where id = '%s') where id = '%s'"
            .formatted(
                other, id)); // sealed for another place, it opens no more than with another key

    var tested = webhooks.test(account, id);

    assertThat(tested.error()).contains("one master key");
    assertThat(receiver.messages()).isEmpty();
  }

  @Test
  void what_cannot_be_told_is_refused_with_what_to_do() {
    assertRefused(
        "{\"url\":\"ftp://example.com\",\"events\":[\"decision.made\"]}", "begins with https://");
    assertRefused(
        "{\"url\":\"https://user:pw@example.com\",\"events\":[\"decision.made\"]}", "no user");
    assertRefused(
        "{\"url\":\"https://example.com\",\"events\":[\"decision.took\"]}", "decision.made");
    assertRefused("{\"url\":\"https://example.com\",\"events\":[]}", "at least one event");
    assertRefused("{\"events\":[\"decision.made\"]}", "url is missing");
  }

  private void assertRefused(String body, String because) {
    var refused = api.postJson("/api/v1/webhooks", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("detail").asString()).contains(because);
  }

  private JsonNode listen(String... events) {
    String list = String.join("\",\"", events);
    var made =
        api.postJson(
            "/api/v1/webhooks",
            "{\"url\":\"%s\",\"events\":[\"%s\"]}".formatted(receiver.url(), list));
    assertThat(made.status()).isEqualTo(201);
    return made.json();
  }

  private static UUID uuid(JsonNode made) {
    return UUID.fromString(made.path("webhook").path("id").asString());
  }

  private void tell(String n) {
    shortlist
        .get(Tenancy.class)
        .inAccount(
            account.value(),
            () -> {
              shortlist
                  .get(Deliveries.class)
                  .add(account, WebhookEvent.DECISION_MADE, Map.of("n", n));
              courier.soon(account);
            });
  }

  /// The time to try again has come.
  private void timeComes(UUID webhook) {
    sql("update webhook set held_until = null where id = '%s'".formatted(webhook));
    sql(
        "update delivery set next_at = now() - interval '1 minute' where state = 'WAITING' and attempts > 0");
    courier.lookAround();
  }

  private void sql(String sql) {
    shortlist.inAccount(account, jdbc -> jdbc.sql(sql).update());
  }

  private List<Delivery> log(UUID webhook) {
    return webhooks.deliveries(account, webhook, null, Long.MAX_VALUE, 100);
  }

  private String screening() {
    var body =
        new Multipart()
            .field("jobDescriptionText", "Java developer\n\nRequirements\n- Java\n")
            .file("files", "ann.txt", "Ann Example\nann@example.com\n\nSkills\nJava\n")
            .file("files", "scan.txt", "");
    var made = api.post("/api/v1/screenings", body);
    assertThat(made.status()).as(made.response().body()).isLessThan(300);
    return made.response().body();
  }

  private String person(String screening) {
    return api.get("/api/v1/screenings/" + screening + "/applications")
        .json()
        .path("applications")
        .valueStream()
        .map(one -> one.path("candidate").asString(""))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String id(String screening) {
    var json = JsonMapper.shared().readTree(screening);
    return json.path("screening").path("id").asString(json.path("id").asString());
  }

  private static boolean has(List<Message> messages, String type) {
    return messages.stream().anyMatch(is(type));
  }

  private static Predicate<Message> is(String type) {
    return message -> message.type().equals(type);
  }

  private static Message one(List<Message> messages, String type) {
    return messages.stream().filter(is(type)).findFirst().orElseThrow();
  }

  private static boolean signed(Message message, String secret) {
    var at = Instant.ofEpochSecond(Long.parseLong(message.timestamp()));
    return List.of(message.signature().split(" "))
        .contains(Signature.of(List.of(secret), message.id(), at, message.body()));
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }
}
