package dev.shortlist.cli;

/// The command cannot do its work; the message says why and what to do.
final class CouldNotRun extends RuntimeException {
  private static final long serialVersionUID = 1;

  CouldNotRun(String message) {
    super(message);
  }

  CouldNotRun(String message, Throwable cause) {
    super(message, cause);
  }
}
