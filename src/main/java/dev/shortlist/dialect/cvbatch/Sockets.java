package dev.shortlist.dialect.cvbatch;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Pass;
import dev.shortlist.accounts.Permission;
import dev.shortlist.accounts.Principal;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.dialect.Dialect;
import dev.shortlist.dialect.DialectSettings;
import dev.shortlist.dialect.UserIds;
import dev.shortlist.feed.ScreeningEvent;
import dev.shortlist.feed.ScreeningFeed;
import dev.shortlist.live.Subscription;
import dev.shortlist.screening.JobDescriptions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import tools.jackson.databind.json.JsonMapper;

/// The WebSocket of this dialect: everything about the batches of the account that opens it.
@Dialect(name = "cvbatch")
@EnableWebSocket
class Sockets extends TextWebSocketHandler implements WebSocketConfigurer, DisposableBean {
  private static final String PATH = "/api/v1/cv-processing/ws/";
  private static final String CALLER = "caller";
  private static final String USER = "user";
  private static final String PASS = "pass";

  private final CurrentUser user;
  private final UserIds users;
  private final ScreeningFeed feed;
  private final Batches batches;
  private final Applicants applicants;
  private final JobDescriptions jobDescriptions;
  private final JsonMapper json;
  private final Duration silence;
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  Sockets(
      CurrentUser user,
      UserIds users,
      ScreeningFeed feed,
      Batches batches,
      Applicants applicants,
      JobDescriptions jobDescriptions,
      JsonMapper json,
      DialectSettings settings) {
    this.silence = settings.heartbeat();
    this.user = user;
    this.users = users;
    this.feed = feed;
    this.batches = batches;
    this.applicants = applicants;
    this.jobDescriptions = jobDescriptions;
    this.json = json;
    var _ = clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    var _ = clock.scheduleWithFixedDelay(this::check, 2, 2, TimeUnit.SECONDS);
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(this, PATH + "*")
        .addInterceptors(new Caller())
        // Foreign origins are stopped before, for all requests alike.
        .setAllowedOriginPatterns("*");
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    var caller = (Principal) Objects.requireNonNull(session.getAttributes().get(CALLER));
    var name = (String) Objects.requireNonNull(session.getAttributes().get(USER));
    var listener =
        new Listener(session, caller.account(), name, batches, applicants, jobDescriptions, json);
    var subscription = feed.subscribe(caller.account(), listener::hear).whenDropped(listener::end);
    var pass = (Pass) Objects.requireNonNull(session.getAttributes().get(PASS));
    open.put(session.getId(), new Open(listener, subscription, pass));
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    var one = open.get(session.getId());
    if (one != null && message.getPayload().strip().equals("ping")) {
      one.listener().pong();
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    var one = open.remove(session.getId());
    if (one != null) {
      one.subscription().close();
    }
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
    open.values().forEach(one -> one.listener().end());
  }

  private void beat() {
    for (var one : open.values()) {
      try {
        one.listener().beat(silence.toNanos());
      } catch (RuntimeException _) {
        one.listener().end();
      }
    }
  }

  /// Ends the sockets of those who may no longer see what they tell.
  private void check() {
    open.values().stream()
        .collect(Collectors.groupingBy(Open::pass))
        .forEach((pass, opened) -> {
          try {
            if (!pass.gives(Permission.READ)) {
              opened.forEach(one -> one.listener().end());
            }
          } catch (RuntimeException _) {
            // Without a database there is nothing to tell; asked again in two seconds.
          }
        });
  }

  private record Open(Listener listener, Subscription<ScreeningEvent> subscription, Pass pass) {}

  /// Notes who opens the socket: later there is no request to tell.
  private final class Caller implements HandshakeInterceptor {
    @Override
    public boolean beforeHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler to,
        Map<String, Object> attributes) {
      String path = request.getURI().getPath();
      String name = path.substring(path.lastIndexOf('/') + 1);
      var caller = user.principal();
      if (!users.isOwn(caller, name)) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
        return false;
      }
      attributes.put(CALLER, caller);
      attributes.put(PASS, user.pass());
      attributes.put(USER, name);
      return true;
    }

    @Override
    public void afterHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler to,
        @Nullable Exception failure) {}
  }
}
