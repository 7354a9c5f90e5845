package dev.shortlist.intake;

/// What was handed in cannot be screened. The message is for a person: what is wrong, and what to
/// do.
public final class NotScreenable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Why why;

  public NotScreenable(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public enum Why {
    NO_JOB_DESCRIPTION,
    UNKNOWN_JOB_DESCRIPTION,
    UNREADABLE_JOB_DESCRIPTION,
    NO_REQUIREMENTS,
    NO_CVS,
    /// There are files, and every one of them was refused.
    NO_READABLE_CV
  }
}
