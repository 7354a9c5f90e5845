package dev.shortlist.intake;

/// A piece, or the beginning or end of a file that arrives in pieces, is not as it must be.
public final class GrowingUploadRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Why why;

  GrowingUploadRefused(Why why, String message) {
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

  /// What is wrong.
  public enum Why {
    /// The piece does not begin where the last one ended, or the file is not whole.
    OUT_OF_STEP,
    TOO_LARGE,
    TOO_MANY
  }
}
