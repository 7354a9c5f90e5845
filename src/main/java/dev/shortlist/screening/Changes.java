package dev.shortlist.screening;

import dev.shortlist.accounts.AccountId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells, after the commit, that something about a screening changed, and closes it when all is
/// done.
///
/// On a thread of its own: one that just committed still holds its transaction, and what listeners
/// wrote in it would be lost. Many changes at a time are told as one.
@Component
class Changes implements AutoCloseable {
  private final Closing closing;
  private final ApplicationEventPublisher events;
  private final Set<ScreeningChanged> waiting = ConcurrentHashMap.newKeySet();
  private final ExecutorService teller = Executors.newVirtualThreadPerTaskExecutor();

  Changes(Closing closing, ApplicationEventPublisher events) {
    this.closing = closing;
    this.events = events;
  }

  /// Called in the transaction that makes the change.
  void changed(AccountId account, ScreeningId screening) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            tell(new ScreeningChanged(account, screening));
          }
        });
  }

  @Override
  public void close() {
    teller.close();
  }

  private void tell(ScreeningChanged change) {
    if (!waiting.add(change)) {
      return;
    }
    var cause = MDC.getCopyOfContextMap(); // the request or the task, for the log
    try {
      teller.execute(() -> {
        if (cause != null) {
          MDC.setContextMap(cause);
        }
        waiting.remove(change); // what comes from here on is told anew
        closing.closeIfDone(change.account(), change.screening());
        events.publishEvent(change);
      });
    } catch (RejectedExecutionException e) {
      waiting.remove(change); // the program stops; the next start looks at what is left
    }
  }
}
