package dev.shortlist.tasks;

import java.util.UUID;

/// Which task: the engine knows nothing else of it.
///
/// @param account whose task it is, for the fair order and the fence
/// @param batch what it was enqueued with
/// @param subject what it is about
public record TaskId(UUID account, UUID batch, UUID subject) {

  static TaskId parse(String instance) {
    String[] parts = instance.split("/", 3);
    return new TaskId(
        UUID.fromString(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2]));
  }

  @Override
  public String toString() {
    return "%s/%s/%s".formatted(account, batch, subject);
  }
}
