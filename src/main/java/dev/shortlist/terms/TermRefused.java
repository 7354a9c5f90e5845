package dev.shortlist.terms;

/// A term that cannot be added; the message says why and what to do.
public final class TermRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  TermRefused(String message) {
    super(message);
  }

  TermRefused(String message, Exception cause) {
    super(message, cause);
  }
}
