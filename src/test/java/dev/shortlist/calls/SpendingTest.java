package dev.shortlist.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.SettableClock;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Provider;
import dev.shortlist.ai.Reply;
import dev.shortlist.ai.Usage;
import dev.shortlist.database.Ids;
import dev.shortlist.database.RowsRead;
import dev.shortlist.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What was spent, kept up with every call, whoever writes it.
class SpendingTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Model MODEL =
      new Model(
          Provider.OPENAI, Provider.OPENAI.address(), null, "gpt-4o-mini", Duration.ofSeconds(5));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T23:59:00Z"));
  private final Spending spending =
      new Spending(database.jdbc(), database.tenancy(), new Ids(clock), clock);
  private final UUID account = database.account();
  private final UUID screening = UUID.randomUUID();

  @Test
  void a_call_counts_with_the_most_it_can_cost_until_it_has_ended_and_longer_when_it_is_lost() {
    var first = begin(screening, 500L);
    var second = begin(screening, 700L);
    assertThat(spending.ofScreening(account, screening))
        .isEqualTo(new Spending.Sum(2, 0, 0, 1200, 0));

    spending.end(first, account, answered(100, 10), 30L, Duration.ofSeconds(1));
    spending.lose(second, account);

    assertThat(spending.ofScreening(account, screening))
        .isEqualTo(new Spending.Sum(2, 100, 10, 730, 0));
  }

  @Test
  void one_without_a_price_is_counted_as_such() {
    var call = begin(screening, null);
    spending.end(call, account, answered(7, 3), null, Duration.ofSeconds(1));

    assertThat(spending.ofMonth(account)).isEqualTo(new Spending.Sum(1, 7, 3, 0, 1));
  }

  @Test
  void a_month_is_that_in_which_calls_began_and_a_screening_has_those_of_all_months() {
    var before = begin(screening, 500L);
    clock.advance(Duration.ofMinutes(2));
    begin(screening, 100L);
    begin(UUID.randomUUID(), 10L);
    spending.end(before, account, answered(1, 1), 300L, Duration.ofSeconds(1));

    assertThat(spending.ofMonth(account).cost()).isEqualTo(110);
    assertThat(spending.ofScreening(account, screening).cost()).isEqualTo(400);
  }

  @Test
  void accounts_have_each_their_own() {
    begin(screening, 500L);

    assertThat(spending.ofMonth(database.account())).isEqualTo(new Spending.Sum(0, 0, 0, 0, 0));
  }

  @Test
  void calls_that_end_at_once_are_all_counted() throws Exception {
    var ends = new ArrayList<Callable<Boolean>>();
    for (int i = 1; i <= 40; i++) {
      var call = begin(screening, 1000L);
      long cost = i;
      ends.add(() -> {
        spending.end(call, account, answered(2, 1), cost, Duration.ofSeconds(1));
        return true;
      });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(ends)) {
        assertThat(done.get()).isTrue();
      }
    }

    assertThat(spending.ofScreening(account, screening))
        .isEqualTo(new Spending.Sum(40, 80, 40, 820, 0));
  }

  @Test
  void a_budget_is_looked_at_without_reading_the_calls_before() {
    for (int i = 0; i < 300; i++) {
      begin(screening, 1L);
    }
    var purpose = new Purpose(account, screening, List.of(), 1);
    var budget = new Budget(1000L, 1000L);

    long read =
        new RowsRead(database.jdbc(), database.tenancy(), List.of("model_call"))
            .by(
                account,
                () -> {
                  assertThat(spending.over(purpose, 701, budget))
                      .contains(new Outcome.OverBudget(Outcome.Cap.SCREENING, 300, 1000));
                  assertThat(spending.over(purpose, 700, budget)).isEmpty();
                });

    assertThat(read).isZero();
  }

  @Test
  void the_pace_of_calls_counts_those_that_are_not_answered_yet() {
    matched(clock.instant());
    for (int i = 0; i < 40; i++) {
      clock.advance(Duration.ofMillis(100));
      var call = begin(screening, 1L);
      if (i % 8 == 0) {
        spending.end(call, account, answered(100, 10), 1L, Duration.ofMillis(600));
      }
    }

    var pace = spending.pace(account, screening).orElseThrow();
    assertThat(pace.each()).isEqualTo(Duration.ofMillis(100));
    assertThat(pace.tokens()).isEqualTo(110);
    assertThat(pace.answered()).hasSize(5).containsOnly(Duration.ofMillis(600));
  }

  @Test
  void calls_that_come_to_nothing_are_told_as_a_share_of_those_that_have_ended() {
    for (int i = 0; i < 4; i++) {
      spending.end(begin(screening, 1L), account, answered(1, 1), 1L, Duration.ofSeconds(2));
    }
    var overloaded = new Reply.Overloaded(503, null);
    spending.end(begin(screening, 1L), account, overloaded, 0L, Duration.ofMillis(5));
    begin(screening, 1L);
    spending.lose(begin(screening, 1L), account);

    var pace = spending.pace(account, screening).orElseThrow();
    assertThat(pace.failing()).isEqualTo(0.2);
    assertThat(pace.answered()).hasSize(4).containsOnly(Duration.ofSeconds(2));
  }

  @Test
  void calls_made_while_cvs_are_still_being_matched_tell_no_pace() {
    for (int i = 0; i < 10; i++) {
      clock.advance(Duration.ofMillis(100));
      spending.end(begin(screening, 1L), account, answered(1, 1), 1L, Duration.ofSeconds(1));
    }
    matched(clock.instant());

    assertThat(spending.pace(account, screening).orElseThrow().each()).isZero();
    assertThat(spending.pace(account, UUID.randomUUID())).isEmpty();
  }

  private void matched(Instant at) {
    write(
        """
        insert into screening (account_id, id, number, title, state, created_at)
        values (:account, '%1$s', 1, 'Test', 'RUNNING', '%2$s');
        """
            .formatted(screening, at));
    write(
        """
        insert into application
          (account_id, id, screening_id, file, stage, created_at, started_at, finished_at)
        values (:account, gen_random_uuid(), '%1$s', 'cv.txt', 'COMPLETED', '%2$s', '%2$s', '%2$s')
        """
            .formatted(screening, at));
  }

  private void write(String statement) {
    database
        .tenancy()
        .inAccount(
            account, () -> database.jdbc().sql(statement).param("account", account).update());
  }

  private UUID begin(UUID of, @Nullable Long most) {
    return spending.begin(new Purpose(account, of, List.of(), 1), MODEL, most);
  }

  private static Reply answered(int input, int output) {
    return new Reply.Answered("{}", new Usage(input, output, 0));
  }
}
