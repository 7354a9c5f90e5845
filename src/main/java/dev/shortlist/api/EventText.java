package dev.shortlist.api;

import dev.shortlist.screening.ScreeningEvent;
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

  String of(ScreeningEvent event) {
    int slot = Math.floorMod(event.screening().id().hashCode(), SLOTS);
    var known = latest.get(slot);
    if (known != null && known.isOf(event)) {
      return known.text();
    }
    var written = new Written(event, json.writeValueAsString(ProgressBody.of(event)));
    latest.set(slot, written);
    return written.text();
  }

  private record Written(ScreeningEvent event, String text) {
    @SuppressWarnings("ReferenceEquality") // equal ones are rare, comparing them is dear
    boolean isOf(ScreeningEvent other) {
      return event == other;
    }
  }
}
