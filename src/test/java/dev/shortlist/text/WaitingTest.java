package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitingTest {
  /// The clock that durations are taken from may begin anywhere.
  private static final long BEGUN = Long.MIN_VALUE / 2;

  private final Waiting waiting = new Waiting(250);

  @Test
  void nothing_was_waited_at_first() {
    assertThat(waiting.left(BEGUN)).isEqualTo(250);
  }

  @Test
  void what_callers_waited_adds_up() {
    waiting.add(100, BEGUN);
    waiting.add(200, BEGUN);

    assertThat(waiting.left(BEGUN)).isEqualTo(-50);
  }

  @Test
  void half_of_the_time_that_passes_is_taken_off() {
    waiting.add(100, BEGUN);

    assertThat(waiting.left(BEGUN + 80)).isEqualTo(190);
    assertThat(waiting.left(BEGUN + 1000)).isEqualTo(250);
  }

  @Test
  void who_waits_a_third_of_the_time_may_do_so_for_ever() {
    for (int file = 0; file < 1000; file++) {
      waiting.add(10, BEGUN + file * 30L);
    }

    assertThat(waiting.left(BEGUN + 30_000)).isEqualTo(250);
  }

  @Test
  void who_waits_most_of_the_time_may_not() {
    for (int file = 0; file < 1000; file++) {
      waiting.add(20, BEGUN + file * 30L);
    }

    assertThat(waiting.left(BEGUN + 30_000)).isNegative();
  }

  @Test
  void it_begins_anew_once_somebody_was_helped() {
    waiting.add(300, BEGUN);
    waiting.forgive();

    assertThat(waiting.left(BEGUN + 1)).isEqualTo(250);
  }
}
