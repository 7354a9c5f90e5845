package dev.shortlist.intake;

import java.time.Instant;
import java.util.UUID;

/// A file that arrives in pieces.
///
/// @param name what the sender calls it
/// @param bytes that it will have
/// @param received of those; the next piece begins here
/// @param expiresAt when it is dropped if it is not finished
public record GrowingUpload(
    UUID id, String name, long bytes, long received, Instant createdAt, Instant expiresAt) {}
