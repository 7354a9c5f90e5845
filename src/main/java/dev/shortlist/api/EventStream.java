package dev.shortlist.api;

import dev.shortlist.accounts.Pass;
import dev.shortlist.live.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Events named `progress` on their way to one client.
final class EventStream implements Heartbeat.Stream {
  private static final long NO_TIMEOUT = 0;

  private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
  private final Pass pass;
  private final Heartbeat heartbeat;

  EventStream(Pass pass, Heartbeat heartbeat) {
    this.pass = pass;
    this.heartbeat = heartbeat;
  }

  /// The answer to the client, which stays open until one of the two ends it.
  ResponseEntity<SseEmitter> follow(Subscription<?> subscription) {
    heartbeat.add(this);
    emitter.onCompletion(() -> {
      heartbeat.remove(this);
      subscription.close();
    });
    emitter.onError(failure -> subscription.close());
    subscription.whenDropped(this::end);
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no") // a proxy in between passes on what comes
        .body(emitter);
  }

  /// @param position what the client sends when it comes back
  void send(String position, String json) {
    write(SseEmitter.event().id(position).name("progress").data(json, MediaType.TEXT_PLAIN));
  }

  void send(String json) {
    write(SseEmitter.event().name("progress").data(json, MediaType.TEXT_PLAIN));
  }

  @Override
  public void beat() {
    write(SseEmitter.event().comment(""));
  }

  @Override
  public Pass pass() {
    return pass;
  }

  @Override
  public void end() {
    emitter.complete();
  }

  private void write(SseEmitter.SseEventBuilder event) {
    try {
      emitter.send(event);
    } catch (IOException e) {
      throw new UncheckedIOException("the client is gone", e);
    }
  }
}
