package dev.shortlist.screening;

/// The screening takes no more CVs.
public final class ScreeningClosed extends RuntimeException {
  private static final long serialVersionUID = 1;

  ScreeningClosed(ScreeningId screening, String why) {
    super("screening %s takes no CVs: %s".formatted(screening, why));
  }
}
