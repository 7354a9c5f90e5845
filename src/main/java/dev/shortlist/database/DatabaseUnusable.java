package dev.shortlist.database;

import org.jspecify.annotations.Nullable;

/// The database cannot be used as it is; the message says what is wrong and what to do.
public final class DatabaseUnusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  DatabaseUnusable(String message) {
    this(message, null);
  }

  DatabaseUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
