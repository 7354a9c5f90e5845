package dev.shortlist.calls;

import java.util.List;
import java.util.UUID;

/// What a call is made for.
///
/// @param applications whose CVs are sent, all of `account` and in `screening`
/// @param attempt from 1
public record Purpose(UUID account, UUID screening, List<UUID> applications, int attempt) {
  public Purpose {
    applications = List.copyOf(applications);
  }
}
