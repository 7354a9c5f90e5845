package dev.shortlist.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a program signs in with.
///
/// @param start the first characters, so that a person can tell keys apart
/// @param role what the program may do: its scope
/// @param operator whether it may also grant credits to any account
/// @param createdBy as [Principal#actor()]
/// @param expiresAt absent for a key that stays
public record ApiKey(
    UUID id,
    AccountId account,
    String name,
    String start,
    Role role,
    boolean operator,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt) {

  /// A key and the secret that is shown this once.
  public record Created(ApiKey key, Secret secret) {}
}
