package dev.shortlist.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
@Timeout(120)
class FaultsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /// More than a task needs: beyond them nothing fails.
  private static final int CALLS = 12;

  @Test
  void whichever_call_to_the_database_fails_before_or_after_its_effect_there_is_one_result() {
    var account = database.account();
    var connections = new FailingDataSource(database.dataSource());
    var notes = new Notes(database, connections, Lane.CPU, task -> {});
    int faults = 0;
    try (var lanes = new TestLanes(database, connections, TestLanes.QUICK, notes);
        var enqueuer = new TestLanes(database, TestLanes.QUICK)) {
      lanes.start();
      for (int call = 1; call <= CALLS; call++) {
        for (boolean afterwards : new boolean[] {false, true}) {
          var subject = UUID.randomUUID();
          connections.arm(call, afterwards);
          enqueuer.add(account, List.of(subject));
          await()
              .pollInterval(Duration.ofMillis(10))
              .atMost(Duration.ofSeconds(60))
              .until(() -> enqueuer.waiting() == 0);
          faults += connections.isDone() ? 1 : 0;
          connections.arm(0, false);

          assertThat(notes.noted(account, subject))
              .as("call %d, afterwards %s", call, afterwards)
              .isEqualTo(1);
        }
      }
    }
    assertThat(faults).as("faults that happened").isGreaterThanOrEqualTo(8);
    System.out.printf("faults=%d lost=0 doubled=0%n", faults);
  }

  @Test
  void an_enqueueing_that_fails_anywhere_leaves_nothing() {
    var account = database.account();
    var connections = new FailingDataSource(database.dataSource());
    int refused = 0;
    try (var lanes = new TestLanes(database, connections, TestLanes.QUICK)) {
      for (int call = 1; call <= 10; call++) {
        connections.arm(call, false);
        try {
          lanes.add(account, List.of(UUID.randomUUID(), UUID.randomUUID()));
        } catch (RuntimeException e) {
          refused++;
          assertThat(lanes.waiting()).as("call %d", call).isZero();
        }
        connections.arm(0, false);
        database.jdbc().sql("delete from task_cpu").update();
      }
    }
    assertThat(refused).isGreaterThanOrEqualTo(5);
  }
}
