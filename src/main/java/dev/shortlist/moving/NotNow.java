package dev.shortlist.moving;

/// An import cannot begin; the message says why and what to do.
public final class NotNow extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotNow(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
