package dev.shortlist.accounts;

/// More credits are needed than the account has.
public final class InsufficientCredits extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int needed;
  private final int available;

  InsufficientCredits(int needed, int available) {
    super(
        "This needs %,d credits and the account has %,d: ask for more, or send fewer CVs."
            .formatted(needed, available));
    this.needed = needed;
    this.available = available;
  }

  public int needed() {
    return needed;
  }

  public int available() {
    return available;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
