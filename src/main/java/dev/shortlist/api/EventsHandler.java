package dev.shortlist.api;

import dev.shortlist.feed.ScreeningFeed;
import dev.shortlist.screening.Screenings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/// Hands what clients say on their sockets to the [EventSocket] of each.
@Component
class EventsHandler extends TextWebSocketHandler {
  private final Screenings screenings;
  private final ScreeningFeed feed;
  private final EventText text;
  private final JsonMapper json;
  private final Heartbeat heartbeat;
  private final Map<String, EventSocket> sockets = new ConcurrentHashMap<>();

  EventsHandler(
      Screenings screenings,
      ScreeningFeed feed,
      EventText text,
      JsonMapper json,
      Heartbeat heartbeat) {
    this.screenings = screenings;
    this.feed = feed;
    this.text = text;
    this.json = json;
    this.heartbeat = heartbeat;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    var socket =
        new EventSocket(
            session,
            EventSockets.account(session),
            EventSockets.pass(session),
            screenings,
            feed,
            text,
            EventSockets.sight(session),
            json);
    sockets.put(session.getId(), socket);
    heartbeat.add(socket);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    var socket = sockets.get(session.getId());
    if (socket != null) {
      socket.hear(message.getPayload());
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    var socket = sockets.remove(session.getId());
    if (socket != null) {
      heartbeat.remove(socket);
      socket.unsubscribeAll();
    }
  }
}
