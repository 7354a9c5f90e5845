package dev.shortlist.accounts;

/// The account has no such user or key.
public final class NotThere extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotThere(String what, Object id) {
    super("There is no %s %s in this account.".formatted(what, id));
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
