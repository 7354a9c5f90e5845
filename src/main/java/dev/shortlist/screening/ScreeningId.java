package dev.shortlist.screening;

import java.util.UUID;

/// Which screening.
public record ScreeningId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
