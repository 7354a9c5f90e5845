package dev.shortlist.accounts;

import java.util.UUID;

/// Which account something belongs to.
public record AccountId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
