package dev.shortlist.dialect.cvbatch;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.feed.ScreeningEvent;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
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
  private static final int WAITING_TOLD = 100;

  private final WebSocketSession session;
  private final AccountId account;
  private final String user;
  private final Batches batches;
  private final Applicants applicants;
  private final JobDescriptions jobDescriptions;
  private final JsonMapper json;
  private final Map<ApplicationId, Told> told = new HashMap<>();
  private final Set<ScreeningId> known = new HashSet<>();
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
    // One look for both, so that a batch is never told to be further than its CVs.
    var all = batches.all(account, event.screening().id());
    var news = news(event, all);
    var status = batches.status(account, event.screening().id(), all).first(WAITING_TOLD);
    int completed = count(news, true);
    int failed = count(news, false);
    for (var application : news) {
      tell(application, title, matched);
      if (application.stage().isFinal()) {
        completed -= application.stage() == Stage.COMPLETED ? 1 : 0;
        failed -= application.stage() == Stage.COMPLETED ? 0 : 1;
        say(new BatchProgress("batch_progress", user, status.before(completed, failed)));
      }
    }
    if (news.isEmpty() || !news.getLast().stage().isFinal()) {
      say(new BatchProgress("batch_progress", user, status));
    }
  }

  /// What was not told yet. Of a batch that is heard of for the first time, what ended long ago
  /// stays untold.
  private List<Application> news(ScreeningEvent event, List<Application> all) {
    if (known.add(event.screening().id())) {
      var changed = event.changed().stream().map(Application::id).collect(Collectors.toSet());
      all.stream()
          .filter(one -> one.stage().isFinal() && !changed.contains(one.id()))
          .forEach(one -> told.put(one.id(), Told.of(one, Step.COMPLETED)));
    }
    return all.stream()
        .filter(one -> {
          var before = told.get(one.id());
          return before == null || !before.isOf(one);
        })
        .toList();
  }

  private static int count(List<Application> applications, boolean completed) {
    return (int)
        applications.stream()
            .filter(one -> one.stage().isFinal())
            .filter(one -> (one.stage() == Stage.COMPLETED) == completed)
            .count();
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

  private void tell(Application application, @Nullable String title, boolean matched) {
    var before = told.get(application.id());
    if (isFailed(application.stage())) {
      told.put(application.id(), Told.of(application, Step.QUEUED));
      say(CvProgress.failed(application, user, title));
      return;
    }
    var now = Step.of(application.stage());
    // What was through, or waits again, starts anew: tried again, or matched again.
    boolean anew = before == null || before.stage().isFinal() || now == Step.QUEUED;
    if (anew) {
      say(CvProgress.of(Step.QUEUED, application, user, title));
    }
    var last = before == null || anew ? Step.QUEUED : before.step();
    for (var step : last.upTo(now, matched)) {
      say(
          step == Step.COMPLETED
              ? CvProgress.completed(application, user, title, score(application))
              : CvProgress.of(step, application, user, title));
    }
    told.put(application.id(), Told.of(application, now.compareTo(last) > 0 ? now : last));
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

  /// How an application stood when it was told of last.
  ///
  /// @param finishedAt tells one end from another
  private record Told(Stage stage, @Nullable Instant finishedAt, Step step) {
    static Told of(Application application, Step step) {
      return new Told(application.stage(), application.finishedAt(), step);
    }

    boolean isOf(Application application) {
      return stage == application.stage() && Objects.equals(finishedAt, application.finishedAt());
    }
  }
}
