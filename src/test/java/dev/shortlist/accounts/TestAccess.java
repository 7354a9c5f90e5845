package dev.shortlist.accounts;

import java.time.Duration;

/// Settings as they are when nothing is set.
final class TestAccess {
  private TestAccess() {}

  static AccessSettings local() {
    return settings(false);
  }

  static AccessSettings signIn() {
    return settings(true);
  }

  private static AccessSettings settings(boolean signIn) {
    return new AccessSettings(
        signIn,
        null,
        new AccessSettings.Session(Duration.ofMinutes(30), Duration.ofHours(12)),
        new AccessSettings.Oidc(null, "shortlist", null, "your organisation", null));
  }
}
