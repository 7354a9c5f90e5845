package dev.shortlist.tasks;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/// Tasks carry no data: nothing is written, and nothing planted in the database is ever read.
final class NoData implements Serializer {
  @Override
  @SuppressWarnings("NullAway") // the library's way to say "no data"
  public byte[] serialize(@Nullable Object data) {
    return null;
  }

  @Override
  @SuppressWarnings("NullAway")
  public <T> T deserialize(Class<T> type, byte @Nullable [] bytes) {
    return null;
  }
}
