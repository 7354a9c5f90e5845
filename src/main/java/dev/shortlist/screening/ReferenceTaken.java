package dev.shortlist.screening;

/// The account already uses this reference.
public final class ReferenceTaken extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReferenceTaken(String reference, Throwable cause) {
    super("the reference \"%s\" is already in use: choose another".formatted(reference), cause);
  }
}
