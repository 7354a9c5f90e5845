package dev.shortlist.calls;

import dev.shortlist.ai.Reply;
import dev.shortlist.ai.Usage;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answer that was paid for and has just arrived.
///
/// @param call in the book of calls
/// @param key of everything that was asked
/// @param cost in millionths of a dollar, absent when the price is not known
record Arrival(
    UUID call,
    Purpose purpose,
    String key,
    String answer,
    Usage usage,
    @Nullable Long cost,
    Duration latency) {

  Reply.Answered reply() {
    return new Reply.Answered(answer, usage);
  }
}
