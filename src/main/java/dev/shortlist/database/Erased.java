package dev.shortlist.database;

import java.util.Set;
import java.util.UUID;

/// What is being erased.
///
/// @param screenings that go as a whole
/// @param applications that go, with those of the screenings
/// @param addresses e-mail addresses of candidates that go, in lower case
public record Erased(Set<UUID> screenings, Set<UUID> applications, Set<String> addresses) {
  public Erased {
    screenings = Set.copyOf(screenings);
    applications = Set.copyOf(applications);
    addresses = Set.copyOf(addresses);
  }

  /// The applications as a parameter for `cast(:applications as uuid[])`.
  public String[] applicationIds() {
    return applications.stream().map(UUID::toString).toArray(String[]::new);
  }
}
