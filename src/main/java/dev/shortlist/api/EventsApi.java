package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.feed.ScreeningFeed;
import dev.shortlist.screening.Screenings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Screenings")
class EventsApi {
  private final CurrentUser user;
  private final Screenings screenings;
  private final ScreeningFeed feed;
  private final EventText text;
  private final Heartbeat heartbeat;
  private final Blind blind;

  EventsApi(
      CurrentUser user,
      Screenings screenings,
      ScreeningFeed feed,
      EventText text,
      Heartbeat heartbeat,
      Blind blind) {
    this.user = user;
    this.screenings = screenings;
    this.feed = feed;
    this.text = text;
    this.heartbeat = heartbeat;
    this.blind = blind;
  }

  @GetMapping(
      path = "/api/v1/screenings/{key}/events",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "How a screening comes along, as server-sent events",
      description =
          "First how it stands, then what changes, at most once a second. The stream stays open"
              + " after the end, as CVs may be added. Whoever comes back sends Last-Event-ID, as"
              + " browsers do, and gets what it missed. With names=hidden, and always for persons"
              + " who signed in, files are called by the number of the CV.")
  @ApiResponse(
      responseCode = "200",
      description = "Events named `progress`",
      content = @Content(schema = @Schema(implementation = ProgressBody.class)))
  ResponseEntity<SseEmitter> events(
      @Parameter(description = "Its id, number or reference", example = "3") @PathVariable
          String key,
      @Parameter(description = "Position of the last event that arrived")
          @RequestHeader(name = "Last-Event-ID", required = false)
          @Nullable String last,
      @Parameter(description = "`shown` or `hidden`") @RequestParam(defaultValue = "shown")
          String names) {
    var caller = user.principal();
    AccountId account = caller.account();
    var sight =
        switch (Fields.one(Names.class, "names", names)) {
          case SHOWN -> blind.atLeast(caller);
          case HIDDEN -> Sight.BLIND;
        };
    var screening = screenings.find(account, key).orElseThrow(() -> ScreeningsApi.unknown(key));
    var stream = new EventStream(user.pass(), heartbeat);
    return stream.follow(
        feed.subscribe(
            account,
            screening.id(),
            position(last),
            event -> stream.send(Long.toString(event.position()), text.of(event, sight))));
  }

  private static long position(@Nullable String last) {
    return last == null || !last.strip().matches("[0-9]{1,18}") ? -1 : Long.parseLong(last.strip());
  }
}
