package dev.shortlist.cli;

/// The command cannot do its work; the message says why and what to do.
public final class CouldNotRun extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CouldNotRun(String message) {
    super(message);
  }

  /// For a problem that says all this itself.
  CouldNotRun(RuntimeException problem) {
    super(String.valueOf(problem.getMessage()), problem);
  }

  public CouldNotRun(String message, Throwable cause) {
    super(message, cause);
  }
}
