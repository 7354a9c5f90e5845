package dev.shortlist.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person of an account.
///
/// @param email in lower case; unique in the installation
/// @param hasPassword false until the invitation is answered, and for who signs in elsewhere only
/// @param hasSecondFactor whether an authenticator app is asked for
/// @param disabledAt since when the user may not sign in, absent while they may
public record User(
    UUID id,
    AccountId account,
    String email,
    String name,
    Role role,
    boolean hasPassword,
    boolean hasSecondFactor,
    Instant createdAt,
    @Nullable Instant disabledAt) {}
