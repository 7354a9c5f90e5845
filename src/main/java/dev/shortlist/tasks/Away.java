package dev.shortlist.tasks;

/// Something every task of the kind needs is away: the attempt does not count, and the task waits
/// until it is there again.
public final class Away extends Transient {
  private static final long serialVersionUID = 1;

  /// Says what is away, for the log.
  public Away(String message, Throwable cause) {
    super(message, null, cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
