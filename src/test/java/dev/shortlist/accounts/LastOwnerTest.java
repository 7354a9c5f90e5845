package dev.shortlist.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.database.Ids;
import dev.shortlist.database.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class LastOwnerTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Accounts accounts = new Accounts(database.jdbc());
  private final Users users =
      new Users(database.jdbc(), database.tenancy(), new Ids(Clock.systemUTC()), Clock.systemUTC());

  @RepeatedTest(10)
  void of_two_owners_who_demote_each_other_at_the_same_moment_one_stays() throws Exception {
    var account = accounts.create("account-" + System.nanoTime());
    var first = users.add(account, System.nanoTime() + "a@example.com", "A", Role.OWNER);
    var second = users.add(account, System.nanoTime() + "b@example.com", "B", Role.OWNER);

    int refused = together(() -> change(second), () -> disable(first));

    assertThat(refused).isEqualTo(1);
    assertThat(users.list(account))
        .filteredOn(user -> user.role() == Role.OWNER && user.disabledAt() == null)
        .hasSize(1);
  }

  private boolean change(User user) {
    users.change(user, Role.VIEWER);
    return true;
  }

  private boolean disable(User user) {
    users.disable(user);
    return true;
  }

  /// How many of both were not allowed.
  private static int together(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
    var start = new CyclicBarrier(2);
    int refused = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var work :
          List.of(one, other).stream()
              .map(call ->
                  threads.submit(() -> {
                    start.await();
                    return call.call();
                  }))
              .toList()) {
        try {
          work.get();
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(NotAllowed.class);
          refused++;
        }
      }
    }
    return refused;
  }
}
