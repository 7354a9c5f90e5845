package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.screening.Figures;
import dev.shortlist.screening.Overview;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The figures of pools, counted anew when something changed: and while a screening runs, when
/// everything changes all the time, every two seconds.
@Component
class PoolFigures {
  private static final int MOST = 200;
  private static final Duration GOOD_FOR = Duration.ofSeconds(2);

  private final Overview overview;
  private final Map<ScreeningId, Counted> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScreeningId, Counted> eldest) {
          return size() > MOST;
        }
      };

  PoolFigures(Overview overview) {
    this.overview = overview;
  }

  Figures of(AccountId account, Screening screening, Progress progress) {
    var last = last(screening.id());
    if (last != null && last.isGood(progress)) {
      return last.figures();
    }
    var counted =
        new Counted(progress.version(), System.nanoTime(), overview.of(account, screening.id()));
    synchronized (known) {
      known.put(screening.id(), counted);
    }
    return counted.figures();
  }

  private @Nullable Counted last(ScreeningId screening) {
    synchronized (known) {
      return known.get(screening);
    }
  }

  private record Counted(String version, long at, Figures figures) {
    boolean isGood(Progress now) {
      return version.equals(now.version())
          || (now.state() == Screening.State.RUNNING
              && System.nanoTime() - at < GOOD_FOR.toNanos());
    }
  }
}
