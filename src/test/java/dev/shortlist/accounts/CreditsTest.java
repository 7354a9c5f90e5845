package dev.shortlist.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shortlist.database.Ids;
import dev.shortlist.database.TestDatabase;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Credits credits;
  private AccountId account;

  @BeforeEach
  void an_account() {
    var clock = Clock.systemUTC();
    credits = new Credits(database.jdbc(), database.tenancy(), new Ids(clock), clock);
    account = new AccountId(database.account());
  }

  @Test
  void without_a_grant_nothing_is_counted() {
    credits.reserve(account, 1_000_000, "a");

    assertThat(credits.balance(account)).isEqualTo(new Balance.Unlimited());
    assertThat(entries(account)).isZero();
  }

  @Test
  void reserved_credits_are_held_until_they_are_settled_or_released() {
    credits.grant(account, 10, "opening");
    credits.reserve(account, 3, "a");
    credits.reserve(account, 2, "b");
    assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(5, 5));

    credits.settle(account, "a");
    credits.release(account, "b");
    assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(7, 0));
  }

  @Test
  void more_than_there_is_is_refused_with_the_numbers() {
    credits.grant(account, 2, "opening");

    assertThatThrownBy(() -> credits.reserve(account, 1, List.of("a", "b", "c")))
        .isInstanceOfSatisfying(
            InsufficientCredits.class,
            told -> {
              assertThat(told.needed()).isEqualTo(3);
              assertThat(told.available()).isEqualTo(2);
            });
    assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(2, 0));
  }

  @Test
  void everything_happens_once() {
    assertThat(credits.grant(account, 10, "opening")).isTrue();
    assertThat(credits.grant(account, 10, "opening")).isFalse();
    credits.reserve(account, 4, "a");
    credits.reserve(account, 4, "a");
    assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(6, 4));

    credits.release(account, "a");
    credits.release(account, "a");
    credits.settle(account, "a");
    assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(10, 0));
  }

  @Test
  void what_was_given_back_can_be_reserved_anew() {
    credits.grant(account, 1, "opening");
    credits.reserve(account, 1, "a");
    credits.release(account, "a");
    credits.reserve(account, 1, "a");

    assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(0, 1));
  }

  @Test
  void work_that_is_rolled_back_costs_nothing() {
    credits.grant(account, 5, "opening");

    assertThatThrownBy(() ->
            database
                .tenancy()
                .inAccount(
                    account.value(),
                    () -> {
                      credits.reserve(account, 5, "a");
                      throw new IllegalStateException("the work fails");
                    }))
        .hasMessage("the work fails");

    assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(5, 0));
  }

  @Test
  void accounts_do_not_share_credits() {
    var other = new AccountId(database.account());
    credits.grant(account, 5, "opening");
    credits.grant(other, 1, "opening");

    assertThatThrownBy(() -> credits.reserve(other, 2, "a"))
        .isInstanceOf(InsufficientCredits.class);
    credits.settle(other, "a");
    assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(5, 0));
  }

  @Test
  void of_a_hundred_at_once_ten_get_the_ten_credits() throws Exception {
    credits.grant(account, 10, "opening");

    assertThat(
            atOnce(IntStream.range(0, 100).<Callable<Boolean>>mapToObj(i -> () -> got("key " + i))))
        .isEqualTo(10);

    assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(0, 10));
    assertSum(account, 0);
  }

  @Test
  void a_hundred_that_ask_for_the_same_hold_it_once() throws Exception {
    credits.grant(account, 10, "opening");

    atOnce(IntStream.range(0, 100).<Callable<Boolean>>mapToObj(i -> () -> got("one key")));

    assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(9, 1));
  }

  /// Any order of operations, with repetitions, against a model of three lines.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_sum_of_the_entries_is_the_balance_and_never_negative(long seed) {
    var random = new Random(seed);
    int available = 0;
    Map<String, Integer> held = new HashMap<>();
    Set<String> granted = new HashSet<>();
    credits.limit(account);
    for (int step = 0; step < 60; step++) {
      String key = "key " + random.nextInt(6);
      int amount = 1 + random.nextInt(9);
      switch (random.nextInt(4)) {
        case 0 -> available += credits.grant(account, amount, key) && granted.add(key) ? amount : 0;
        case 1 -> {
          boolean isNew = !held.containsKey(key);
          boolean expected = !isNew || available >= amount;
          assertThat(reserved(amount, key)).isEqualTo(expected);
          if (isNew && expected) {
            held.put(key, amount);
            available -= amount;
          }
        }
        case 2 -> {
          credits.settle(account, key);
          held.remove(key);
        }
        default -> {
          credits.release(account, key);
          Integer back = held.remove(key);
          available += back == null ? 0 : back;
        }
      }
      int reserved = held.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(credits.balance(account)).isEqualTo(new Balance.Limited(available, reserved));
      assertSum(account, available);
    }
  }

  /// Many workers with few keys: whatever the order was, the books must agree.
  @Test
  void the_books_agree_after_everything_at_once() throws Exception {
    credits.grant(account, 40, "opening");
    var random = new Random(7);

    atOnce(
        IntStream.range(0, 300)
            .<Callable<Boolean>>mapToObj(i -> {
              String key = "key " + random.nextInt(12);
              int amount = 1 + random.nextInt(8);
              int what = random.nextInt(5);
              return () -> {
                switch (what) {
                  case 0, 1, 2 -> reserved(amount, key);
                  case 3 -> credits.settle(account, key);
                  default -> credits.release(account, key);
                }
                return true;
              };
            }));

    var balance = (Balance.Limited) credits.balance(account);
    assertThat(balance.available()).isNotNegative();
    assertSum(account, balance.available());
    assertThat(40 - spent(account)).isEqualTo(balance.available() + balance.reserved());
  }

  private boolean got(String key) {
    return reserved(1, key);
  }

  private boolean reserved(int amount, String key) {
    try {
      credits.reserve(account, amount, key);
      return true;
    } catch (InsufficientCredits e) {
      return false;
    }
  }

  private static long atOnce(Stream<Callable<Boolean>> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      long yes = 0;
      for (var one : threads.invokeAll(work.toList())) {
        yes += one.get() ? 1 : 0;
      }
      return yes;
    }
  }

  private static void assertSum(AccountId account, int expected) {
    assertThat(number(account, "select coalesce(sum(amount), 0) from credit_entry"))
        .isEqualTo(expected);
  }

  private static int entries(AccountId account) {
    return number(account, "select count(*) from credit_entry");
  }

  /// What the reservations that were settled had held.
  private static int spent(AccountId account) {
    return number(
        account,
        """
        select coalesce(-sum(amount), 0) - (select coalesce(sum(amount), 0) from credit_entry
           where kind = 'RELEASE') from credit_entry where kind = 'RESERVE' and closed
        """);
  }

  private static int number(AccountId account, String query) {
    return database.inAccount(
        account.value(), jdbc -> jdbc.sql(query).query((row, number) -> row.getInt(1)).single());
  }
}
