package dev.shortlist.backup;

import org.jspecify.annotations.Nullable;

/// Nothing was exported or imported; the message says why and what to do.
public final class BackupUnusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  BackupUnusable(String message) {
    this(message, null);
  }

  BackupUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
