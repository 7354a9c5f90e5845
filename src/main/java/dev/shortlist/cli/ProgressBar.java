package dev.shortlist.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// One line that counts what is done and says how long the rest will take; nothing where nobody
/// looks.
final class ProgressBar implements AutoCloseable {
  private static final long REDRAW = Duration.ofMillis(100).toNanos();
  private static final int CELLS = 24;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean shown;
  private final int total;
  private final long began = System.nanoTime();
  private long drawn;
  private int done;

  ProgressBar(Console console, int total) {
    this.out = console.err();
    this.shown = console.watched();
    this.total = total;
    draw();
  }

  synchronized void step() {
    done++;
    if (System.nanoTime() - drawn > REDRAW) {
      draw();
    }
  }

  @Override
  public synchronized void close() {
    if (shown) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }

  private void draw() {
    if (shown && total > 0) {
      drawn = System.nanoTime();
      out.print(CLEAR_LINE + line(done, total, Duration.ofNanos(drawn - began)));
      out.flush();
    }
  }

  /// `reading ██████░░░░░░ 120/480 25% 8.1 CVs/s 0:44 left`
  static String line(int done, int total, Duration passed) {
    int full = CELLS * done / total;
    var bar = "█".repeat(full) + "░".repeat(CELLS - full);
    var counts = String.format(Locale.ROOT, "%,d/%,d  %d%%", done, total, 100 * done / total);
    double seconds = passed.toMillis() / 1000.0;
    if (done == 0 || seconds == 0) {
      return "reading %s %s".formatted(bar, counts);
    }
    long left = Math.round(seconds / done * (total - done));
    return String.format(
        Locale.ROOT,
        "reading %s %s  %.1f CVs/s  %d:%02d left",
        bar,
        counts,
        done / seconds,
        left / 60,
        left % 60);
  }
}
