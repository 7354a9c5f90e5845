package dev.shortlist.tasks;

import org.jspecify.annotations.Nullable;

/// It does not work and will not work later either.
public class Permanent extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Permanent(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
