package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Pass;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// The WebSocket at `/api/v1/events`, for the account that opens it.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class EventSockets implements WebSocketConfigurer {
  private static final String ACCOUNT = EventSockets.class.getName();
  private static final String PASS = ACCOUNT + ".pass";
  private static final String SIGHT = ACCOUNT + ".sight";

  private final EventsHandler handler;
  private final CurrentUser user;
  private final Blind blind;

  EventSockets(EventsHandler handler, CurrentUser user, Blind blind) {
    this.handler = handler;
    this.user = user;
    this.blind = blind;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(handler, "/api/v1/events")
        .addInterceptors(new Caller())
        // Foreign origins are stopped before, for all requests alike.
        .setAllowedOriginPatterns("*");
  }

  /// Whose socket it is.
  static AccountId account(WebSocketSession session) {
    return (AccountId) Objects.requireNonNull(session.getAttributes().get(ACCOUNT));
  }

  /// Whether what the files are called may be seen.
  static Sight sight(WebSocketSession session) {
    return (Sight) Objects.requireNonNull(session.getAttributes().get(SIGHT));
  }

  /// What it was opened with.
  static Pass pass(WebSocketSession session) {
    return (Pass) Objects.requireNonNull(session.getAttributes().get(PASS));
  }

  /// Notes who opens the socket: later there is no request to tell.
  private final class Caller implements HandshakeInterceptor {
    @Override
    public boolean beforeHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler to,
        Map<String, Object> attributes) {
      attributes.put(ACCOUNT, user.principal().account());
      attributes.put(PASS, user.pass());
      attributes.put(SIGHT, blind.atLeast(user.principal()));
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
