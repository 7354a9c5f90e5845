package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells, after the commit, that something about a screening changed, and closes it when all is
/// done.
///
/// On a thread of its own: one that just committed still holds its transaction, and what listeners
/// wrote in it would be lost. Of a screening one telling goes on at a time, and the next begins a
/// while after it: many changes are told as one. Each looks at all of the screening and holds its
/// row, so tellings side by side would only wait for each other, with a connection each.
@Component
public class Changes implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Changes.class);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Closing closing;
  private final ApplicationEventPublisher events;
  private final Map<ScreeningChanged, Telling> tellings = new ConcurrentHashMap<>();
  private final ExecutorService teller = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closed;

  /// How far the telling of one screening's changes is.
  private enum Telling {
    /// What changes from here on is to be told, too.
    UNDER_WAY,
    /// Something has changed that is not told yet.
    BEHIND
  }

  Changes(Closing closing, ApplicationEventPublisher events) {
    this.closing = closing;
    this.events = events;
  }

  /// Called in the transaction that makes the change.
  public void changed(AccountId account, ScreeningId screening) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            tell(new ScreeningChanged(account, screening));
          }
        });
  }

  /// What is not told now, the next start looks at.
  @Override
  public void close() {
    closed = true;
    teller.close();
  }

  private void tell(ScreeningChanged change) {
    if (tellings.put(change, Telling.BEHIND) != null) {
      return;
    }
    var cause = MDC.getCopyOfContextMap(); // the request or the task, for the log
    try {
      teller.execute(() -> {
        if (cause != null) {
          MDC.setContextMap(cause);
        }
        tellAll(change);
      });
    } catch (RejectedExecutionException e) {
      tellings.remove(change);
    }
  }

  /// Ends when nothing has changed since it was told last.
  private void tellAll(ScreeningChanged change) {
    do {
      tellings.put(change, Telling.UNDER_WAY);
      tellOnce(change);
      MDC.clear();
      rest();
    } while (!closed && !tellings.remove(change, Telling.UNDER_WAY));
  }

  private void tellOnce(ScreeningChanged change) {
    try {
      closing.closeIfDone(change.account(), change.screening());
      events.publishEvent(change);
    } catch (RuntimeException e) {
      // The look of each minute makes up for it.
      log.warn("a change was not told screening={}", change.screening(), e);
    } catch (Error e) {
      tellings.remove(change);
      throw e;
    }
  }

  private void rest() {
    try {
      if (!closed) {
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
