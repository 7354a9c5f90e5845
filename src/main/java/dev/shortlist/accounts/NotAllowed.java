package dev.shortlist.accounts;

/// Something about users or keys cannot be done: the message says why and what to do.
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotAllowed(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
