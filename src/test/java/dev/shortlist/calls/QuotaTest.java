package dev.shortlist.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.ai.Reply;
import dev.shortlist.ai.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The arithmetic of limits, stepped by hand.
class QuotaTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Reply ANSWER = new Reply.Answered("{}", Usage.NONE);
  private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

  private Quota quota = Quota.unused();
  private Instant now = NOON;

  @ParameterizedTest
  @ValueSource(strings = {"sliding", "fixed", "bucket"})
  void fifteen_a_minute_are_used_nearly_whole_and_never_passed(String window) {
    var limits = limits(15, null, null, 5);
    var sent = new ArrayList<Instant>();
    while (now.isBefore(NOON.plusSeconds(180))) {
      var permit = ask(limits, "a", 100);
      if (permit instanceof Permit.Granted granted) {
        sent.add(now);
        settle(limits, granted, 100, ANSWER);
      } else {
        now = ((Permit.Wait) permit).until();
      }
    }

    assertThat(sent).hasSizeBetween(43, 45);
    assertThat(refused(sent, window)).isZero();
  }

  @Test
  void a_first_call_that_opens_a_connection_arrives_no_less_before_the_second() {
    var limits = limits(15, null, null, 5);
    ask(limits, "a", 100);
    var second = ((Permit.Wait) ask(limits, "a", 100)).until();
    assertThat(second).isAfter(NOON.plusMillis(5000));

    now = second;
    ask(limits, "a", 100);
    var third = ((Permit.Wait) ask(limits, "a", 100)).until();
    assertThat(third).isBetween(second.plusMillis(4000), second.plusMillis(4200));

    quota = quota.sent(limits, second.plusMillis(300));
    assertThat(((Permit.Wait) ask(limits, "a", 100)).until()).isAfter(second.plusMillis(4300));
  }

  @Property(tries = 200)
  void no_minute_ever_has_more_calls_or_tokens_than_allowed(
      @ForAll @IntRange(min = 1, max = 120) int perMinute,
      @ForAll @IntRange(min = 1_000, max = 50_000) int tokensPerMinute,
      @ForAll List<@IntRange(min = 1, max = 900) Integer> sizes,
      @ForAll @IntRange(min = 0, max = 400) int late) {
    quota = Quota.unused();
    now = NOON;
    var limits = limits(perMinute, tokensPerMinute, null, 1_000);
    record Sent(Instant at, int tokens) {}
    var sent = new ArrayList<Sent>();
    for (int size : sizes) {
      var permit = ask(limits, "a", size);
      while (permit instanceof Permit.Wait wait) {
        assertThat(wait.until()).isAfter(now);
        now = wait.until().plusMillis(late);
        permit = ask(limits, "a", size);
      }
      sent.add(new Sent(now, size));
    }

    for (var first : sent) {
      var minute =
          sent.stream()
              .filter(one -> !one.at().isBefore(first.at()))
              .filter(one -> one.at().isBefore(first.at().plusSeconds(60)))
              .toList();
      assertThat(minute.size()).isLessThanOrEqualTo(perMinute);
      assertThat(minute.stream().mapToInt(Sent::tokens).sum())
          .isLessThanOrEqualTo(Math.max(tokensPerMinute, 900));
    }
  }

  @Test
  void tokens_that_were_reserved_and_not_used_come_back() {
    var limits = limits(null, 6_000, null, 5);
    var call = granted(limits, "a", 6_000);

    assertThat(ask(limits, "a", 6_000))
        .isInstanceOfSatisfying(
            Permit.Wait.class, wait -> assertThat(wait.reason()).isEqualTo(Permit.Reason.TOKENS));
    settle(limits, call, 0, ANSWER);
    assertThat(ask(limits, "a", 6_000)).isInstanceOf(Permit.Granted.class);
  }

  @Test
  void nothing_is_sent_before_a_promised_time() {
    var limits = limits(60, null, null, 5);
    settle(
        limits,
        granted(limits, "a", 1),
        0,
        new Reply.RateLimited(Reply.Window.MINUTE, Duration.ofSeconds(37)));

    assertThat(ask(limits, "a", 1))
        .isInstanceOfSatisfying(
            Permit.Wait.class,
            wait -> {
              assertThat(wait.reason()).isEqualTo(Permit.Reason.PROMISED);
              assertThat(wait.until()).isAfter(now.plusSeconds(37)).isBefore(now.plusSeconds(38));
            });
  }

  @Test
  void a_single_refusal_among_many_answers_makes_the_pace_hardly_slower() {
    var limits = limits(60, null, null, 5);
    for (int i = 0; i < 10; i++) {
      settle(limits, granted(limits, "a", 1), 1, ANSWER);
      now = now.plusSeconds(20);
    }
    settle(limits, granted(limits, "a", 1), 0, new Reply.RateLimited(Reply.Window.MINUTE, null));

    assertThat(quota.slowness()).isEqualTo(1.03);
  }

  @Test
  void a_refusal_early_on_makes_the_pace_slower_until_calls_succeed_again() {
    var limits = limits(60, null, null, 5);
    settle(limits, granted(limits, "a", 1), 0, new Reply.RateLimited(Reply.Window.MINUTE, null));
    double slow = quota.slowness();
    now = now.plusSeconds(20);
    for (int i = 0; i < 40; i++) {
      settle(limits, granted(limits, "a", 1), 1, ANSWER);
      now = now.plusSeconds(20);
    }

    assertThat(slow).isEqualTo(1.5);
    assertThat(quota.slowness()).isEqualTo(1);
  }

  @Test
  void a_day_that_is_used_up_parks_until_the_providers_midnight() {
    var limits = new Limits(null, null, 2, CALIFORNIA, 5, Duration.ofMinutes(2));
    settle(limits, granted(limits, "a", 1), 1, ANSWER);
    settle(limits, granted(limits, "a", 1), 1, ANSWER);

    var midnight = Instant.parse("2026-11-23T08:00:00Z");
    assertThat(ask(limits, "a", 1)).isEqualTo(new Permit.Wait(midnight, Permit.Reason.DAY));
    now = midnight;
    assertThat(ask(limits, "a", 1)).isInstanceOf(Permit.Granted.class);
  }

  @Test
  void a_day_the_provider_says_is_used_up_parks_too() {
    var limits = limits(60, null, null, 5);
    settle(limits, granted(limits, "a", 1), 0, new Reply.RateLimited(Reply.Window.DAY, null));

    assertThat(ask(limits, "a", 1))
        .isEqualTo(new Permit.Wait(Instant.parse("2026-11-23T00:00:00Z"), Permit.Reason.DAY));
  }

  @Test
  void calls_under_way_are_bounded_and_those_of_a_lost_node_are_given_up() {
    var limits = limits(null, null, null, 2);
    granted(limits, "a", 1);
    var second = granted(limits, "a", 1);

    assertThat(ask(limits, "a", 1)).isInstanceOf(Permit.Wait.class);
    settle(limits, second, 1, ANSWER);
    assertThat(ask(limits, "a", 1)).isInstanceOf(Permit.Granted.class);
    now = now.plus(Duration.ofMinutes(2));
    assertThat(ask(limits, "a", 1)).isInstanceOf(Permit.Granted.class);
  }

  @Test
  void an_outage_stops_the_calls_and_one_finds_out_whether_it_is_over() {
    var limits = limits(null, null, null, 5);
    for (int i = 0; i < 5; i++) {
      settle(limits, granted(limits, "a", 1), 0, new Reply.Overloaded(503, null));
    }
    assertThat(ask(limits, "a", 1))
        .isEqualTo(new Permit.Wait(now.plusSeconds(15), Permit.Reason.OUTAGE));

    now = now.plusSeconds(15);
    var probe = granted(limits, "a", 1);
    assertThat(ask(limits, "a", 1)).isInstanceOf(Permit.Wait.class);
    settle(limits, probe, 1, ANSWER);
    granted(limits, "a", 1);
    granted(limits, "a", 1);
  }

  @Test
  void calls_that_were_under_way_when_an_outage_began_do_not_lengthen_the_rest() {
    var limits = limits(null, null, null, 64);
    var underWay = Stream.generate(() -> granted(limits, "a", 1)).limit(64).toList();
    underWay.forEach(call -> settle(limits, call, 0, new Reply.Overloaded(503, null)));
    assertThat(ask(limits, "a", 1))
        .isEqualTo(new Permit.Wait(now.plusSeconds(15), Permit.Reason.OUTAGE));

    now = now.plusSeconds(15);
    settle(limits, granted(limits, "a", 1), 0, new Reply.Overloaded(503, null));
    assertThat(ask(limits, "a", 1))
        .isEqualTo(new Permit.Wait(now.plusSeconds(30), Permit.Reason.OUTAGE));
  }

  @Test
  void quick_failures_beside_calls_that_may_be_answered_are_no_outage() {
    var limits = limits(null, null, null, 16);
    var underWay = Stream.generate(() -> granted(limits, "a", 1)).limit(15).toList();
    for (int i = 0; i < 19; i++) {
      settle(limits, granted(limits, "a", 1), 0, new Reply.Overloaded(503, null));
    }
    settle(limits, underWay.getFirst(), 1, ANSWER);
    granted(limits, "a", 1);
  }

  @Test
  void many_quick_failures_are_an_outage_though_calls_are_under_way() {
    var limits = limits(null, null, null, 16);
    for (int i = 0; i < 15; i++) {
      granted(limits, "a", 1);
    }
    for (int i = 0; i < 20; i++) {
      settle(limits, granted(limits, "a", 1), 0, new Reply.Overloaded(503, null));
    }
    assertThat(ask(limits, "a", 1))
        .isEqualTo(new Permit.Wait(now.plusSeconds(15), Permit.Reason.OUTAGE));
  }

  @Test
  void an_outage_of_a_quarter_of_an_hour_is_a_long_one_until_a_call_is_answered() {
    var limits = limits(null, null, null, 5);
    for (int i = 0; i < 5; i++) {
      settle(limits, granted(limits, "a", 1), 0, new Reply.Overloaded(503, null));
    }
    var reasons = new ArrayList<Permit.Reason>();
    for (int rest = 0; rest < 8; rest++) {
      var wait = (Permit.Wait) ask(limits, "a", 1);
      reasons.add(wait.reason());
      if (wait.reason() == Permit.Reason.LONG_OUTAGE && rest == 6) {
        assertThat(Duration.between(NOON, now)).isBetween(minutes(15), minutes(16));
      }
      now = wait.until();
      settle(limits, granted(limits, "a", 1), 0, new Reply.Overloaded(503, null));
    }
    assertThat(reasons.subList(0, 6)).containsOnly(Permit.Reason.OUTAGE);
    assertThat(reasons.subList(6, 8)).containsOnly(Permit.Reason.LONG_OUTAGE);

    now = ((Permit.Wait) ask(limits, "a", 1)).until();
    settle(limits, granted(limits, "a", 1), 1, ANSWER);
    granted(limits, "a", 1);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  @Test
  void after_an_answer_an_outage_is_begun_with_anew() {
    var limits = limits(null, null, null, 5);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 5; i++) {
        settle(limits, granted(limits, "a", 1), 0, new Reply.Overloaded(503, null));
      }
      assertThat(ask(limits, "a", 1))
          .isEqualTo(new Permit.Wait(now.plusSeconds(15), Permit.Reason.OUTAGE));
      now = now.plusSeconds(15);
      settle(limits, granted(limits, "a", 1), 1, ANSWER);
    }
  }

  @Test
  void a_small_account_is_served_in_turn_with_a_big_one() {
    var limits = limits(60, null, null, 50);
    var order = new StringBuilder();
    var waiting = new ArrayDeque<>(List.of("big", "big", "big", "small"));
    while (order.length() < 20) {
      var account = waiting.removeFirst();
      waiting.addLast(account);
      if (ask(limits, account, 1) instanceof Permit.Granted) {
        order.append(account.charAt(0));
      } else {
        now = now.plusMillis(50);
      }
    }

    assertThat(order.toString().chars().filter(c -> c == 's').count()).isBetween(9L, 11L);
  }

  @Test
  void an_account_that_has_gone_holds_nobody_up() {
    var limits = limits(60, null, null, 50);
    granted(limits, "big", 1);
    ask(limits, "gone", 1);
    now = now.plusSeconds(4);

    assertThat(ask(limits, "big", 1)).isInstanceOf(Permit.Granted.class);
  }

  @Test
  void what_is_promised_is_what_it_takes() {
    var limits = limits(15, null, 40, 5);
    var promised = quota.done(limits, 100, 100, Duration.ofSeconds(2), now);
    makeCalls(100, limits);
    double taken = Duration.between(NOON, now.plusSeconds(2)).toSeconds();

    assertThat(Duration.between(NOON, promised).toSeconds() / taken).isBetween(0.98, 1.02);
    assertThat(now).isAfter(Instant.parse("2026-11-24T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 11, 34})
  void tokens_of_a_minute_may_be_spent_at_once_and_what_is_promised_says_so(int calls) {
    var limits = limits(6_000, 1_000, null, 1_000);
    makeCalls(3, limits);
    var begin = now;
    var promised = quota.done(limits, calls, 100, Duration.ofSeconds(2), now);
    makeCalls(calls, limits);
    var taken = Duration.between(begin, now.plusSeconds(2));

    assertThat(Duration.between(begin, promised)).isCloseTo(taken, Duration.ofSeconds(1));
  }

  private void makeCalls(int calls, Limits limits) {
    for (int i = 0; i < calls; i++) {
      var permit = ask(limits, "a", 100);
      while (permit instanceof Permit.Wait wait) {
        now = wait.until();
        permit = ask(limits, "a", 100);
      }
      settle(limits, (Permit.Granted) permit, 100, ANSWER);
    }
  }

  @Test
  void a_limit_of_nothing_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> limits(0, null, null, 5))
        .hasMessageContaining("SHORTLIST_AI_REQUESTS_PER_MINUTE")
        .hasMessageContaining("SHORTLIST_AI_PROVIDER=none");
  }

  private Permit ask(Limits limits, String account, int tokens) {
    var step = quota.ask(limits, account, tokens, UUID.randomUUID(), now);
    quota = step.quota();
    return step.permit();
  }

  private Permit.Granted granted(Limits limits, String account, int tokens) {
    return (Permit.Granted) ask(limits, account, tokens);
  }

  private void settle(Limits limits, Permit.Granted permit, int used, Reply reply) {
    quota = quota.settle(limits, permit.call(), used, reply, now);
  }

  private static Limits limits(
      @Nullable Integer requests, @Nullable Integer tokens, @Nullable Integer daily, int open) {
    return new Limits(requests, tokens, daily, ZoneOffset.UTC, open, Duration.ofMinutes(2));
  }

  /// How many of the calls a provider with such a window would refuse.
  private static long refused(List<Instant> sent, String window) {
    long refused = 0;
    for (int i = 0; i < sent.size(); i++) {
      var at = sent.get(i);
      var before = sent.subList(0, i);
      refused +=
          switch (window) {
            case "sliding" ->
                before.stream().filter(one -> one.isAfter(at.minusSeconds(60))).count() >= 15
                    ? 1
                    : 0;
            case "fixed" ->
                before.stream().filter(one -> minute(one) == minute(at)).count() >= 15 ? 1 : 0;
            default -> i > 0 && at.isBefore(sent.get(i - 1).plusSeconds(4)) ? 1 : 0;
          };
    }
    return refused;
  }

  private static long minute(Instant at) {
    return at.getEpochSecond() / 60;
  }
}
