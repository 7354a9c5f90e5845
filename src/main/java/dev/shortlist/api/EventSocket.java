package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Pass;
import dev.shortlist.accounts.Permission;
import dev.shortlist.blind.Sight;
import dev.shortlist.feed.ScreeningEvent;
import dev.shortlist.feed.ScreeningFeed;
import dev.shortlist.live.Subscription;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Screenings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One client's socket and what it is subscribed to.
///
/// ```json
/// {"subscribe": "3", "position": 4711}
/// {"unsubscribe": "3"}
/// {"subscribe": "*"}
/// ```
///
/// The answer to each is a first event or a problem; `*` is every screening of the account.
final class EventSocket implements Heartbeat.Stream {
  private static final String ALL = "*";
  private static final int MOST = 100;
  private static final int SEND_MILLIS = 10_000;
  private static final int BUFFER = 4 << 20;

  private final WebSocketSession session;
  private final AccountId account;
  private final Pass pass;
  private final Screenings screenings;
  private final ScreeningFeed feed;
  private final EventText text;
  private final Sight sight;
  private final JsonMapper json;
  private final Map<String, Subscription<ScreeningEvent>> subscriptions = new HashMap<>();

  EventSocket(
      WebSocketSession session,
      AccountId account,
      Pass pass,
      Screenings screenings,
      ScreeningFeed feed,
      EventText text,
      Sight sight,
      JsonMapper json) {
    this.session = new ConcurrentWebSocketSessionDecorator(session, SEND_MILLIS, BUFFER);
    this.account = account;
    this.pass = pass;
    this.screenings = screenings;
    this.feed = feed;
    this.text = text;
    this.sight = sight;
    this.json = json;
  }

  /// Does what the client says.
  void hear(String message) {
    if (!pass.gives(Permission.READ)) {
      end();
      return;
    }
    try {
      var said = json.readValue(message, Said.class);
      if (said.subscribe() != null) {
        subscribe(said.subscribe().strip(), said.position() == null ? -1 : said.position());
      } else if (said.unsubscribe() != null) {
        unsubscribe(name(said.unsubscribe().strip()));
      } else {
        say(notUnderstood());
      }
    } catch (JacksonException e) {
      say(notUnderstood());
    } catch (Problem.Refused refused) {
      say(refused.problem().with(refused.getMessage()));
    }
  }

  synchronized void unsubscribeAll() {
    subscriptions.values().forEach(Subscription::close);
    subscriptions.clear();
  }

  @Override
  public void beat() {
    send(new PingMessage());
  }

  @Override
  public Pass pass() {
    return pass;
  }

  @Override
  public void end() {
    try {
      session.close(CloseStatus.GOING_AWAY);
    } catch (IOException e) {
      // it is closed already
    }
  }

  private synchronized void subscribe(String key, long position) {
    String name = name(key);
    if (!subscriptions.containsKey(name) && subscriptions.size() == MOST) {
      throw Problem.INVALID_VALUE.because(
          "A socket takes %d subscriptions: unsubscribe from some, or subscribe to \"*\"."
              .formatted(MOST));
    }
    unsubscribe(name);
    var subscription =
        name.equals(ALL)
            ? feed.subscribe(account, this::send)
            : feed.subscribe(account, new ScreeningId(UUID.fromString(name)), position, this::send);
    subscriptions.put(name, subscription.whenDropped(this::end));
  }

  private synchronized void unsubscribe(String name) {
    var known = subscriptions.remove(name);
    if (known != null) {
      known.close();
    }
  }

  /// Under which name we keep what the client calls `key`.
  private String name(String key) {
    return key.equals(ALL)
        ? ALL
        : screenings
            .find(account, key)
            .orElseThrow(() -> ScreeningsApi.unknown(key))
            .id()
            .toString();
  }

  private static ProblemDetail notUnderstood() {
    return Problem.UNREADABLE_REQUEST.with(
        "Send {\"subscribe\": KEY} or {\"unsubscribe\": KEY} with the id, number or reference of a"
            + " screening, or \"*\" for all.");
  }

  private void say(ProblemDetail problem) {
    send(new TextMessage(json.writeValueAsString(problem)));
  }

  private void send(ScreeningEvent event) {
    send(new TextMessage(text.of(event, sight)));
  }

  private void send(WebSocketMessage<?> message) {
    try {
      session.sendMessage(message);
    } catch (IOException e) {
      throw new UncheckedIOException("the client is gone", e);
    }
  }

  /// @param position of the last event that arrived, absent to begin with how things stand
  record Said(@Nullable String subscribe, @Nullable String unsubscribe, @Nullable Long position) {}
}
