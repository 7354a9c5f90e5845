package dev.shortlist.web;

import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was counted of screenings, until something changes: and while a screening runs, when
/// something changes all the time, for two seconds. Of the 200 asked for last.
final class Remembered<T> {
  private static final int MOST = 200;
  private static final Duration GOOD_FOR = Duration.ofSeconds(2);

  private final Map<ScreeningId, Counted<T>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScreeningId, Counted<T>> eldest) {
          return size() > MOST;
        }
      };

  T of(ScreeningId screening, Progress progress, Supplier<T> count) {
    var last = last(screening);
    if (last != null && last.isGood(progress)) {
      return last.value();
    }
    var counted = new Counted<>(progress.version(), System.nanoTime(), count.get());
    synchronized (known) {
      known.put(screening, counted);
    }
    return counted.value();
  }

  private @Nullable Counted<T> last(ScreeningId screening) {
    synchronized (known) {
      return known.get(screening);
    }
  }

  private record Counted<T>(String version, long at, T value) {
    boolean isGood(Progress now) {
      return version.equals(now.version())
          || (now.state() == Screening.State.RUNNING
              && System.nanoTime() - at < GOOD_FOR.toNanos());
    }
  }
}
