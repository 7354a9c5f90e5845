package dev.shortlist.feed;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Notices;
import dev.shortlist.live.Beat;
import dev.shortlist.screening.ScreeningChanged;
import dev.shortlist.screening.ScreeningId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Tells the other nodes that a screening changed, at most once a second, and passes on to this
/// node's subscribers what they tell.
@Component
class Neighbours implements AutoCloseable {
  private static final String CHANNEL = "shortlist_screening";
  private static final Logger log = LoggerFactory.getLogger(Neighbours.class);

  private final Notices notices;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Beat<ScreeningChanged> beat =
      new Beat<>(Duration.ofSeconds(1), threads, this::send);

  Neighbours(Notices notices, ScreeningFeed feed) {
    this.notices = notices;
    notices.listen(CHANNEL, message -> feed.changed(parse(message)), feed::catchUp);
  }

  @EventListener
  void changed(ScreeningChanged change) {
    beat.strike(change);
  }

  @Override
  public void close() {
    beat.close();
    threads.shutdownNow();
  }

  private void send(ScreeningChanged change) {
    try {
      notices.send(CHANNEL, "%s/%s".formatted(change.account(), change.screening()));
    } catch (DataAccessException e) {
      log.warn("the other nodes were not told screening={}", change.screening(), e);
    }
  }

  private static ScreeningChanged parse(String message) {
    String[] ids = message.split("/", 2);
    return new ScreeningChanged(
        new AccountId(UUID.fromString(ids[0])), new ScreeningId(UUID.fromString(ids[1])));
  }
}
