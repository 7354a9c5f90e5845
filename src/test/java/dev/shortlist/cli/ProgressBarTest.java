package dev.shortlist.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  @Test
  void it_counts_and_says_how_long_the_rest_takes() {
    assertThat(ProgressBar.line(120, 480, Duration.ofSeconds(15)))
        .isEqualTo("reading ██████░░░░░░░░░░░░░░░░░░ 120/480  25%  8.0 CVs/s  0:45 left");
  }

  @Test
  void it_promises_nothing_before_anything_is_done() {
    assertThat(ProgressBar.line(0, 480, Duration.ofSeconds(2))).endsWith("0/480  0%");
  }

  @Test
  void it_is_silent_where_nobody_looks_and_leaves_no_trace_where_somebody_does() {
    assertThat(drawn(false)).isEmpty();
    assertThat(drawn(true)).contains("reading").endsWith("\r\u001b[K");
  }

  private static String drawn(boolean watched) {
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            InputStream.nullInputStream(),
            System.out,
            new PrintStream(err, true, UTF_8),
            80,
            watched);
    try (var progress = new ProgressBar(console, 2)) {
      progress.step();
    }
    return err.toString(UTF_8);
  }
}
