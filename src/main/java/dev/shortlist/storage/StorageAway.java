package dev.shortlist.storage;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The store cannot be reached, or refuses to work: no file is to blame, and later all may be well.
public final class StorageAway extends IOException {
  private static final long serialVersionUID = 1;

  StorageAway(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
