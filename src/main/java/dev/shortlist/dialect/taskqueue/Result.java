package dev.shortlist.dialect.taskqueue;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What came of a task: every CV in one of three drawers, best first.
record Result(Drawers data, Metadata metadata) {

  static Result of(List<Item> items, Instant processedAt, String user) {
    return new Result(
        new Drawers(
            in(Drawer.SELECTED, items), in(Drawer.REJECTED, items), in(Drawer.CONSIDERED, items)),
        new Metadata(items.size(), processedAt, user));
  }

  private static List<Item> in(Drawer drawer, List<Item> items) {
    return items.stream().filter(item -> item.category().equals(drawer.word())).toList();
  }

  record Drawers(List<Item> selected, List<Item> rejected, List<Item> considered) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Metadata(int totalProcessed, Instant processedAt, String userId) {}
}
