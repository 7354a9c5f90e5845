package dev.shortlist.github;

import java.time.Instant;
import org.kohsuke.github.GHIOException;

/// GitHub may not be asked before a certain time.
final class Limited extends GHIOException {
  private static final long serialVersionUID = 1;

  private final Instant until;

  Limited(Instant until) {
    super("no calls before " + until);
    this.until = until;
  }

  Instant until() {
    return until;
  }
}
