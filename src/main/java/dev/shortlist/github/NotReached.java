package dev.shortlist.github;

import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHIOException;

/// No usable answer came; one may come later.
final class NotReached extends GHIOException {
  private static final long serialVersionUID = 1;

  NotReached(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
