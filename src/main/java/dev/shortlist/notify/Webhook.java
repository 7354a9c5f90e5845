package dev.shortlist.notify;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address of an account that is told of events.
///
/// @param active whether it is told anything
/// @param failingSince when its first failure since the last success was, absent when all is well
/// @param heldUntil until when nothing is sent, as it failed
public record Webhook(
    UUID id,
    URI url,
    String description,
    Set<WebhookEvent> events,
    boolean active,
    @Nullable Instant failingSince,
    @Nullable Instant heldUntil,
    Instant createdAt) {
  public Webhook {
    events = Set.copyOf(events);
  }
}
