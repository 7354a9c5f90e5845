package dev.shortlist.screening;

import java.util.UUID;

/// Which job description.
public record JobDescriptionId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
