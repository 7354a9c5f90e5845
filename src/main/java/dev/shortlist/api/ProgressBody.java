package dev.shortlist.api;

import dev.shortlist.blind.Sight;
import dev.shortlist.feed.ScreeningEvent;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One event of a screening, the same by SSE and by WebSocket.
///
/// @param position what to name to go on from here after a lost connection
/// @param changed CVs whose stage changed since the event before
@Schema(name = "Progress")
record ProgressBody(long position, ScreeningBody screening, List<Changed> changed) {

  static ProgressBody of(ScreeningEvent event, Sight sight) {
    return new ProgressBody(
        event.position(),
        ScreeningBody.of(event.screening(), event.progress()),
        event.changed().stream().map(sight::seen).map(Changed::of).toList());
  }

  /// One CV as it stands now.
  @Schema(name = "ChangedApplication")
  record Changed(
      UUID id, String file, Stage stage, int percent, ApplicationBody.@Nullable Trouble trouble) {
    static Changed of(Application application) {
      return new Changed(
          application.id().value(),
          application.file(),
          application.stage(),
          application.percent(),
          ApplicationBody.Trouble.of(application));
    }
  }
}
