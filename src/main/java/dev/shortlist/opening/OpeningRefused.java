package dev.shortlist.opening;

/// A page to apply on cannot be opened like this.
public final class OpeningRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Why why;

  OpeningRefused(Why why) {
    super(why.name());
    this.why = why;
  }

  public Why why() {
    return why;
  }

  public enum Why {
    /// The account has not said who asks for applications, and who answers questions.
    NO_LETTERHEAD,
    NO_TEXT,
    TOO_LONG,
    /// The last day is over.
    PAST,
    JOB_CLOSED
  }
}
