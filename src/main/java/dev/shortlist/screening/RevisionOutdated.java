package dev.shortlist.screening;

import org.jspecify.annotations.Nullable;

/// A job description was changed by somebody else since the revision a change was made to.
public final class RevisionOutdated extends RuntimeException {
  private static final long serialVersionUID = 1;

  RevisionOutdated(int number, @Nullable Throwable cause) {
    super(
        "job description %d was changed since: look at its last revision and change that"
            .formatted(number),
        cause);
  }
}
