package dev.shortlist.calls;

import dev.shortlist.ai.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was used of a provider's limits, and until when nothing may be sent. A value: asking and
/// settling give the next one, and the clock is the caller's.
///
/// Calls are an even distance apart, so that the same number is admitted whether the provider
/// counts by the calendar minute, the last sixty seconds or a bucket. Nothing unused is saved up.
///
/// @param next earliest time of the next call by pace
/// @param spent tokens of the last minute, by second
/// @param today calls of the provider's day that ends at `dayEnds`
/// @param notBefore nothing is sent before, for `why`
/// @param slowness 1 for the pace that was set; more once the provider refused calls at that pace
/// @param failures calls in a row that were not answered; in an outage one more for each rest
record Quota(
    Instant next,
    List<Spent> spent,
    int today,
    Instant dayEnds,
    Instant notBefore,
    Permit.Reason why,
    double slowness,
    int failures,
    List<Open> open,
    List<Turn> turns) {
  /// A little slower than allowed: calls take different times to arrive.
  private static final double MARGIN = 1.03;

  private static final double CATCHING_UP = 0.985;

  /// Seconds the first call after a while takes longer to arrive, as it opens a connection.
  private static final double CONNECTING = 1;

  private static final double ONCE = 1.03;
  private static final int MANY = 10;
  private static final double SLOWEST = 8;

  /// A second holds calls from its beginning to its end, so a minute has one more.
  static final int MINUTE = 61;

  /// Calls in a row that fail while none is under way that could still be answered. A failure often
  /// comes at once and an answer takes its time, so each call under way raises it by one.
  private static final int OUTAGE = 5;

  /// Rests after which an outage is a long one: by then it has lasted a quarter of an hour, and the
  /// rests have reached their longest.
  private static final int RESTS = 6;

  private static final Duration FIRST_REST = Duration.ofSeconds(15);
  private static final Duration LONGEST_REST = Duration.ofMinutes(10);
  private static final Duration PROMISE_MARGIN = Duration.ofMillis(50);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final Duration GRACE = Duration.ofSeconds(2);

  Quota {
    spent = List.copyOf(spent);
    open = List.copyOf(open);
    turns = List.copyOf(turns);
  }

  static Quota unused() {
    return new Quota(
        Instant.EPOCH,
        List.of(),
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Permit.Reason.PACE,
        1,
        0,
        List.of(),
        List.of());
  }

  /// A call under way.
  ///
  /// @param node that makes it, absent while that is not said
  record Open(UUID call, int tokens, long second, Instant until, @Nullable String node) {
    Open by(String name) {
      return new Open(call, tokens, second, until, name);
    }
  }

  /// Tokens of the calls that began in a second of the epoch.
  record Spent(long second, int tokens) {}

  /// Where an account stands among those that share the key.
  ///
  /// @param served calls it has made, or would have had it been there
  /// @param back when it asks again, absent when it waits for nothing
  record Turn(String account, long served, @Nullable Instant back) {}

  /// An answer and what is true from then on.
  record Step(Permit permit, Quota quota) {}

  Step ask(Limits limits, String account, int needed, UUID call, Instant now) {
    var current = at(now, limits);
    var wait = current.wait(limits, needed, now);
    if (wait == null) {
      wait = current.turnOfAnother(account, now);
    }
    return wait == null
        ? new Step(new Permit.Granted(call), current.granted(limits, account, needed, call, now))
        : new Step(wait, current.waiting(account, wait.until()));
  }

  /// Says which node makes a call.
  Quota by(UUID call, String node) {
    return with(
        open.stream().map(one -> one.call().equals(call) ? one.by(node) : one).toList(), turns);
  }

  /// The next call keeps its distance from when one was sent, not from when it was allowed.
  Quota sent(Limits limits, Instant now) {
    return new Quota(
        latest(next, plus(now, interval(limits) * CATCHING_UP)),
        spent,
        today,
        dayEnds,
        notBefore,
        why,
        slowness,
        failures,
        open,
        turns);
  }

  /// @param used tokens the call took
  Quota settle(Limits limits, UUID call, int used, Reply reply, Instant now) {
    var current = at(now, limits);
    var freed = current.freed(call, used);
    return switch (reply) {
      case Reply.RateLimited limited -> freed.limited(limits, limited, now);
      case Reply.Overloaded overloaded ->
          freed.failed(overloaded.after(), current.isOfTheOutage(call), now);
      case Reply.Unreachable _ -> freed.failed(null, current.isOfTheOutage(call), now);
      case Reply.Answered _, Reply.Cut _, Reply.Refused _, Reply.Malformed _ -> freed.answered();
      case Reply.Unauthorised _, Reply.NotPaid _, Reply.UnknownModel _ -> freed.answered();
      case Reply.SchemaRefused _, Reply.NotAccepted _ -> freed.answered();
    };
  }

  /// When `calls` more of `needed` tokens each, `latency` apart in every place, will be done.
  Instant done(Limits limits, int calls, int needed, Duration latency, Instant now) {
    var current = at(now, limits);
    var begin = latest(now, current.notBefore, current.next);
    var course =
        new Course(current.interval(limits), seconds(latency), limits, needed, current.spent);
    if (limits.requestsPerDay() == null) {
      return plus(begin, course.until(calls, begin)).plus(latency);
    }
    int daily = limits.requestsPerDay();
    int first = begin.isBefore(current.dayEnds) ? Math.max(0, daily - current.today) : daily;
    if (calls <= first) {
      return plus(begin, course.until(calls, begin)).plus(latency);
    }
    int later = calls - first;
    int fullDays = (later - 1) / daily;
    var lastDay = latest(begin, current.dayEnds).plus(fullDays, ChronoUnit.DAYS);
    return plus(lastDay, course.until(1 + (later - 1) % daily, lastDay)).plus(latency);
  }

  private Permit.@Nullable Wait wait(Limits limits, int needed, Instant now) {
    if (now.isBefore(notBefore)) {
      return new Permit.Wait(notBefore, isLongOutage() ? Permit.Reason.LONG_OUTAGE : why);
    }
    if (limits.requestsPerDay() != null && today >= limits.requestsPerDay()) {
      return new Permit.Wait(dayEnds, Permit.Reason.DAY);
    }
    // After an outage one call finds out whether it is over.
    if (open.size() >= (isOutage() ? 1 : limits.concurrency())) {
      return new Permit.Wait(now.plus(LOOK_AGAIN), Permit.Reason.CONCURRENCY);
    }
    if (limits.tokensPerMinute() != null) {
      var enough = enough(needed, limits.tokensPerMinute());
      if (now.isBefore(enough)) {
        return new Permit.Wait(enough, Permit.Reason.TOKENS);
      }
    }
    return now.isBefore(next) ? new Permit.Wait(next, Permit.Reason.PACE) : null;
  }

  /// When enough tokens of the last minute have gone by for `needed` more; a call larger than the
  /// limit has to be alone in its minute.
  private Instant enough(int needed, int tokensPerMinute) {
    long sum = spent.stream().mapToLong(Spent::tokens).sum();
    for (var one : spent) {
      if (sum == 0 || sum + needed <= tokensPerMinute) {
        break;
      }
      sum -= one.tokens();
      if (sum == 0 || sum + needed <= tokensPerMinute) {
        return Instant.ofEpochSecond(one.second() + MINUTE);
      }
    }
    return Instant.EPOCH;
  }

  /// Whoever was served less and is about to ask goes first, but is not waited for long.
  private Permit.@Nullable Wait turnOfAnother(String account, Instant now) {
    long mine = served(account);
    boolean first =
        turns.stream()
            .filter(turn -> !turn.account().equals(account) && turn.served() < mine)
            .map(Turn::back)
            .anyMatch(back -> back != null && !back.isAfter(now) && back.plus(GRACE).isAfter(now));
    return first ? new Permit.Wait(now.plus(LOOK_AGAIN), Permit.Reason.TURN) : null;
  }

  private Quota granted(Limits limits, String account, int needed, UUID call, Instant now) {
    double interval = interval(limits);
    boolean isFirst = now.isAfter(plus(next, interval));
    double afterwards =
        isFirst ? interval + Math.min(CONNECTING, interval) : interval * CATCHING_UP;
    var paced = latest(plus(next, interval), plus(now, afterwards));
    var calls = new ArrayList<>(open);
    calls.add(new Open(call, needed, now.getEpochSecond(), now.plus(limits.longest()), null));
    return new Quota(
        paced,
        limits.tokensPerMinute() == null ? spent : spent(now.getEpochSecond(), needed),
        today + 1,
        dayEnds,
        notBefore,
        why,
        slowness,
        failures,
        calls,
        turns(account, served(account) + 1, null));
  }

  private Quota waiting(String account, Instant until) {
    return with(open, turns(account, served(account), until));
  }

  /// Calls the account has made; one that is new begins where the least served one waiting is.
  private long served(String account) {
    return turns.stream()
        .filter(turn -> turn.account().equals(account))
        .map(Turn::served)
        .findFirst()
        .orElseGet(() -> turns.stream().mapToLong(Turn::served).min().orElse(0));
  }

  private List<Turn> turns(String account, long served, @Nullable Instant back) {
    var changed =
        new ArrayList<>(turns.stream().filter(turn -> !turn.account().equals(account)).toList());
    changed.add(new Turn(account, served, back));
    changed.sort(Comparator.comparing(Turn::account));
    return changed;
  }

  /// What time alone changes: tokens come back, a day ends, calls of lost nodes are given up, and
  /// accounts that ask no more are forgotten.
  private Quota at(Instant now, Limits limits) {
    boolean newDay = !now.isBefore(dayEnds);
    var alive = open.stream().filter(one -> one.until().isAfter(now)).toList();
    var seen = turns.stream().filter(turn -> isThere(turn, now, alive.size())).toList();
    return new Quota(
        next,
        spent.stream().filter(one -> one.second() + MINUTE > now.getEpochSecond()).toList(),
        newDay ? 0 : today,
        newDay ? midnight(limits, now) : dayEnds,
        notBefore,
        why,
        slowness,
        failures,
        alive,
        seen);
  }

  private static boolean isThere(Turn turn, Instant now, int open) {
    return turn.back() == null ? open > 0 : turn.back().plus(Duration.ofMinutes(1)).isAfter(now);
  }

  /// With `more` tokens in `second`; less than none where fewer were used than reserved.
  private List<Spent> spent(long second, int more) {
    var changed = new ArrayList<>(spent.stream().filter(one -> one.second() != second).toList());
    int there = spent.stream().filter(one -> one.second() == second).mapToInt(Spent::tokens).sum();
    changed.add(new Spent(second, Math.max(0, there + more)));
    changed.sort(Comparator.comparingLong(Spent::second));
    return changed;
  }

  private Quota freed(UUID call, int used) {
    var ended = open.stream().filter(one -> one.call().equals(call)).findFirst();
    var left = open.stream().filter(one -> !one.call().equals(call)).toList();
    var counted =
        ended
            .filter(one -> spent.stream().anyMatch(past -> past.second() == one.second()))
            .map(one -> spent(one.second(), used - one.tokens()))
            .orElse(spent);
    return new Quota(
        next, counted, today, dayEnds, notBefore, why, slowness, failures, left, turns);
  }

  private static Instant midnight(Limits limits, Instant now) {
    return now.atZone(limits.day())
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(limits.day())
        .toInstant();
  }

  private Quota limited(Limits limits, Reply.RateLimited limited, Instant now) {
    var promised = limited.after();
    if (limited.window() == Reply.Window.DAY) {
      var until = promised == null ? dayEnds : now.plus(promised).plus(PROMISE_MARGIN);
      return parked(latest(notBefore, until), Permit.Reason.DAY, slowness, failures);
    }
    // One refusal among many answers is a call that was delayed on its way; else the limit is
    // lower.
    double slower =
        slowness < ONCE && today > MANY
            ? ONCE
            : Math.min(SLOWEST, slowness * (promised == null ? 1.5 : 1.25));
    var until =
        promised == null
            ? plus(now, Math.max(1, interval(limits)) * slower)
            : now.plus(promised).plus(PROMISE_MARGIN);
    return parked(latest(notBefore, until), Permit.Reason.PROMISED, slower, failures);
  }

  private boolean isOutage() {
    return why == Permit.Reason.OUTAGE && failures >= OUTAGE;
  }

  private boolean isLongOutage() {
    return isOutage() && failures >= OUTAGE + RESTS;
  }

  /// Whether a call began before the rest that an outage is given has ended: what becomes of it is
  /// known already, and only a call after the rest tells anything new.
  private boolean isOfTheOutage(UUID call) {
    return why == Permit.Reason.OUTAGE
        && open.stream()
            .anyMatch(one -> one.call().equals(call) && one.second() < notBefore.getEpochSecond());
  }

  /// @param known whether it failed because of an outage that is rested for already
  private Quota failed(@Nullable Duration promised, boolean known, Instant now) {
    var until = promised == null ? notBefore : latest(notBefore, now.plus(promised));
    if (known) {
      return parked(until, why, slowness, failures);
    }
    if (isOutage()) {
      return resting(until, failures + 1, now);
    }
    return failures + 1 < OUTAGE + open.size()
        ? parked(
            until,
            promised == null ? Permit.Reason.PACE : Permit.Reason.PROMISED,
            slowness,
            failures + 1)
        : resting(until, OUTAGE, now);
  }

  /// Twice as long each time.
  private Quota resting(Instant until, int failed, Instant now) {
    var rest = FIRST_REST.multipliedBy(1L << Math.min(10, failed - OUTAGE));
    var rested = now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    return parked(latest(until, rested), Permit.Reason.OUTAGE, slowness, failed);
  }

  private Quota answered() {
    return parked(notBefore, why, Math.max(1, slowness * 0.98), 0);
  }

  private Quota parked(Instant until, Permit.Reason reason, double slower, int failed) {
    return new Quota(next, spent, today, dayEnds, until, reason, slower, failed, open, turns);
  }

  private Quota with(List<Open> calls, List<Turn> order) {
    return new Quota(next, spent, today, dayEnds, notBefore, why, slowness, failures, calls, order);
  }

  /// Seconds from call to call.
  private double interval(Limits limits) {
    return limits.requestsPerMinute() == null
        ? 0
        : 60.0 / limits.requestsPerMinute() * MARGIN * slowness;
  }

  private static Instant plus(Instant time, double seconds) {
    return time.plusNanos((long) Math.ceil(seconds * 1e9));
  }

  private static double seconds(Duration duration) {
    return duration.toSeconds() + duration.toNanosPart() / 1e9;
  }

  private static Instant latest(Instant first, Instant... others) {
    var latest = first;
    for (var other : others) {
      latest = other.isAfter(latest) ? other : latest;
    }
    return latest;
  }
}
