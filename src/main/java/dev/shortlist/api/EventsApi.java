package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Pass;
import dev.shortlist.screening.ScreeningEvent;
import dev.shortlist.screening.ScreeningFeed;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Subscription;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Screenings")
class EventsApi {
  private static final long NO_TIMEOUT = 0;

  private final CurrentUser user;
  private final Screenings screenings;
  private final ScreeningFeed feed;
  private final EventText text;
  private final Heartbeat heartbeat;

  EventsApi(
      CurrentUser user,
      Screenings screenings,
      ScreeningFeed feed,
      EventText text,
      Heartbeat heartbeat) {
    this.user = user;
    this.screenings = screenings;
    this.feed = feed;
    this.text = text;
    this.heartbeat = heartbeat;
  }

  @GetMapping(
      path = "/api/v1/screenings/{key}/events",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "How a screening comes along, as server-sent events",
      description =
          "First how it stands, then what changes, at most once a second. The stream stays open"
              + " after the end, as CVs may be added. Whoever comes back sends Last-Event-ID, as"
              + " browsers do, and gets what it missed.")
  @ApiResponse(
      responseCode = "200",
      description = "Events named `progress`",
      content = @Content(schema = @Schema(implementation = ProgressBody.class)))
  ResponseEntity<SseEmitter> events(
      @Parameter(description = "Its id, number or reference", example = "3") @PathVariable
          String key,
      @Parameter(description = "Position of the last event that arrived")
          @RequestHeader(name = "Last-Event-ID", required = false)
          @Nullable String last) {
    AccountId account = user.principal().account();
    var screening = screenings.find(account, key).orElseThrow(() -> ScreeningsApi.unknown(key));
    var stream = new EventStream(user.pass(), text, heartbeat);
    stream.follow(feed.subscribe(account, screening.id(), position(last), stream::send));
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no") // a proxy in between passes on what comes
        .body(stream.emitter());
  }

  private static long position(@Nullable String last) {
    return last == null || !last.strip().matches("[0-9]{1,18}") ? -1 : Long.parseLong(last.strip());
  }

  /// Events on their way to one client.
  private static final class EventStream implements Heartbeat.Stream {
    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private final Pass pass;
    private final EventText text;
    private final Heartbeat heartbeat;

    EventStream(Pass pass, EventText text, Heartbeat heartbeat) {
      this.pass = pass;
      this.text = text;
      this.heartbeat = heartbeat;
    }

    SseEmitter emitter() {
      return emitter;
    }

    void follow(Subscription subscription) {
      heartbeat.add(this);
      emitter.onCompletion(() -> {
        heartbeat.remove(this);
        subscription.close();
      });
      emitter.onError(failure -> subscription.close());
      subscription.whenDropped(this::end);
    }

    void send(ScreeningEvent event) {
      write(
          SseEmitter.event()
              .id(Long.toString(event.position()))
              .name("progress")
              .data(text.of(event), MediaType.TEXT_PLAIN));
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
}
