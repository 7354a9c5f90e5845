package dev.shortlist.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.feed.News.Change;
import dev.shortlist.feed.News.Report;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Priority;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private final Told told = new Told(0);

  @Test
  void a_change_is_told_once() {
    assertThat(numbers(told.tell(report(10, 10, 1, 2), 0))).containsExactly(1L, 2L);
    assertThat(numbers(told.tell(report(10, 10, 1, 2, 3), SECOND))).containsExactly(3L);
  }

  @Test
  void a_change_that_commits_late_is_still_told() {
    told.tell(report(7, 9, 2), 0); // number 1 belongs to transaction 7, which is going on
    assertThat(numbers(told.tell(report(7, 12, 2, 3), 5 * SECOND))).containsExactly(3L);
    assertThat(told.floor()).isZero();
    assertThat(numbers(told.tell(report(12, 12, 1, 2, 3), 9 * SECOND))).containsExactly(1L);
  }

  @Test
  void the_floor_rises_when_all_transactions_of_that_time_have_ended_and_frees_memory() {
    told.tell(report(9, 9, 1, 2), 0);
    told.tell(report(20, 20, 1, 2, 3), 3 * SECOND);
    assertThat(told.floor()).isEqualTo(2);
    assertThat(told.aboveFloor()).isEqualTo(1);
  }

  private static List<Long> numbers(List<Change> changes) {
    return changes.stream().map(Change::number).toList();
  }

  private static Report report(long oldestOpen, long nextToCome, long... numbers) {
    var screening =
        new Screening(
            new ScreeningId(new UUID(0, 1)),
            1,
            null,
            "Pile",
            null,
            Screening.State.RUNNING,
            Priority.NORMAL,
            Instant.EPOCH,
            null);
    var progress =
        new Progress(Screening.State.RUNNING, 9, Map.of(), 0, 0, null, Arrays.toString(numbers));
    return new Report(
        screening,
        progress,
        LongStream.of(numbers).mapToObj(ToldTest::change).toList(),
        oldestOpen,
        nextToCome);
  }

  private static Change change(long number) {
    return new Change(
        number,
        new Application(
            new ApplicationId(new UUID(1, number)),
            new ScreeningId(new UUID(0, 1)),
            1,
            number + ".pdf",
            null,
            Stage.COMPLETED,
            null,
            "",
            null,
            null,
            null,
            Instant.EPOCH,
            null,
            null));
  }
}
