package dev.shortlist.dialect.cvbatch;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.screening.Applicants;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.ScreeningEvent;
import dev.shortlist.screening.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import tools.jackson.databind.json.JsonMapper;

/// One client that listens to the batches of its account.
///
/// A CV goes through the steps in between too, so that every client sees every stage once and its
/// progress never falls.
final class Listener {
  private static final int SEND_MILLIS = 10_000;
  private static final int BUFFER = 4 << 20;

  /// When more CVs end at a time, the batch is told for the last of them.
  private static final int ONE_BY_ONE = 50;

  private final WebSocketSession session;
  private final AccountId account;
  private final String user;
  private final Batches batches;
  private final Applicants applicants;
  private final JobDescriptions jobDescriptions;
  private final JsonMapper json;
  private final Map<ApplicationId, Step> told = new HashMap<>();
  private final AtomicLong lastSent = new AtomicLong(System.nanoTime());

  Listener(
      WebSocketSession session,
      AccountId account,
      String user,
      Batches batches,
      Applicants applicants,
      JobDescriptions jobDescriptions,
      JsonMapper json) {
    this.session = new ConcurrentWebSocketSessionDecorator(session, SEND_MILLIS, BUFFER);
    this.account = account;
    this.user = user;
    this.batches = batches;
    this.applicants = applicants;
    this.jobDescriptions = jobDescriptions;
    this.json = json;
  }

  /// Tells what changed; called for one event after the other.
  void hear(ScreeningEvent event) {
    var title = title(event);
    boolean matched = event.screening().jobDescription() != null;
    var status = batches.status(account, event.screening().id(), event.progress());
    int left = (int) event.changed().stream().filter(one -> one.stage().isFinal()).count();
    for (var application : event.changed()) {
      boolean ended = tell(application, title, matched);
      left -= application.stage().isFinal() ? 1 : 0;
      if (ended && left > 0 && left <= ONE_BY_ONE) {
        say(new BatchProgress("batch_progress", user, status.before(left)));
      }
    }
    say(new BatchProgress("batch_progress", user, status));
  }

  void pong() {
    say(Map.of("type", "pong"));
  }

  /// A sign of life when nothing was said for as long as `silence`.
  void beat(long silenceNanos) {
    if (System.nanoTime() - lastSent.get() >= silenceNanos) {
      say(Map.of("type", "heartbeat"));
    }
  }

  void end() {
    try {
      session.close(CloseStatus.GOING_AWAY);
    } catch (IOException _) {
      // it is closed already
    }
  }

  /// @return whether the application is through
  private boolean tell(Application application, @Nullable String title, boolean matched) {
    var before = told.get(application.id());
    if (isFailed(application.stage())) {
      told.put(application.id(), Step.QUEUED);
      say(CvProgress.failed(application, user, title));
      return true;
    }
    var now = Step.of(application.stage());
    if (before != null && now == Step.QUEUED) {
      before = null; // it starts anew: tried again, or matched again
    }
    if (before == null) {
      say(CvProgress.of(Step.QUEUED, application, user, title));
      before = Step.QUEUED;
    }
    for (var step : before.upTo(now, matched)) {
      say(
          step == Step.COMPLETED
              ? CvProgress.completed(application, user, title, score(application))
              : CvProgress.of(step, application, user, title));
    }
    told.put(application.id(), now.compareTo(before) > 0 ? now : before);
    return now == Step.COMPLETED && before != Step.COMPLETED;
  }

  private static boolean isFailed(Stage stage) {
    return stage == Stage.NEEDS_REVIEW || stage == Stage.FAILED || stage == Stage.CANCELLED;
  }

  private @Nullable Integer score(Application application) {
    var match = applicants.find(account, application.id()).orElseThrow().match();
    return match == null ? null : match.score();
  }

  private @Nullable String title(ScreeningEvent event) {
    var asked = event.screening().jobDescription();
    return asked == null
        ? null
        : jobDescriptions.find(account, asked).map(job -> job.content().title()).orElse(null);
  }

  private void say(Object message) {
    try {
      session.sendMessage(new TextMessage(json.writeValueAsString(message)));
      lastSent.set(System.nanoTime());
    } catch (IOException e) {
      throw new UncheckedIOException("the client is gone", e);
    }
  }
}
