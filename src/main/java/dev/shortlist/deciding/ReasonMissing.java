package dev.shortlist.deciding;

/// A decision that needs a reason came without one.
public final class ReasonMissing extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReasonMissing(String message) {
    super(message);
  }
}
