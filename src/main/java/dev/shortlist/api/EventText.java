package dev.shortlist.api;

import dev.shortlist.blind.Sight;
import dev.shortlist.feed.ScreeningEvent;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Events as JSON, each written once for all who get it.
@Component
class EventText {
  private static final int SLOTS = 64;

  private final JsonMapper json;
  private final AtomicReferenceArray<@Nullable Written> latest = new AtomicReferenceArray<>(SLOTS);

  EventText(JsonMapper json) {
    this.json = json;
  }

  /// @param sight whether what the files are called may be seen
  String of(ScreeningEvent event, Sight sight) {
    int slot = Math.floorMod(31 * event.screening().id().hashCode() + sight.hashCode(), SLOTS);
    var known = latest.get(slot);
    if (known != null && known.isOf(event, sight)) {
      return known.text();
    }
    var written = new Written(event, sight, json.writeValueAsString(ProgressBody.of(event, sight)));
    latest.set(slot, written);
    return written.text();
  }

  private record Written(ScreeningEvent event, Sight sight, String text) {
    @SuppressWarnings("ReferenceEquality") // equal ones are rare, comparing them is dear
    boolean isOf(ScreeningEvent other, Sight seeing) {
      return event == other && sight.equals(seeing);
    }
  }
}
