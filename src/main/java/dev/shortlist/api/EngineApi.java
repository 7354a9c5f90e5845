package dev.shortlist.api;

import dev.shortlist.tasks.Engine;
import dev.shortlist.tasks.Lane;
import dev.shortlist.tasks.NodeRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Engine", description = "Nodes and queue, over all accounts")
class EngineApi {
  private final Engine engine;

  EngineApi(Engine engine) {
    this.engine = engine;
  }

  @GetMapping("/nodes")
  @Operation(
      summary = "The nodes on this database",
      description = "One that was killed is in the list until its name is used again.")
  NodeList nodes() {
    return new NodeList(engine.self(), engine.nodes().stream().map(NodeBody::of).toList());
  }

  @GetMapping("/queue")
  @Operation(summary = "How much work waits", description = "On all nodes together, lane by lane.")
  QueueBody queue() {
    return new QueueBody(
        engine.lanes().stream()
            .map(lane ->
                new LaneBody(
                    lane.lane(), lane.due(), lane.later(), lane.running(), seconds(lane.oldest())))
            .toList());
  }

  private static @Nullable Double seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis() / 1000.0;
  }

  @Schema(name = "Nodes")
  record NodeList(
      @Schema(description = "Name of the node that answers") String self, List<NodeBody> nodes) {}

  @Schema(name = "Node")
  record NodeBody(
      String name,
      List<NodeRole> roles,
      Instant startedAt,
      @Schema(description = "When it last showed that it lives") Instant seenAt) {

    static NodeBody of(Engine.NodeStatus node) {
      return new NodeBody(
          node.name(), node.roles().stream().sorted().toList(), node.startedAt(), node.seenAt());
    }
  }

  @Schema(name = "Queue")
  record QueueBody(List<LaneBody> lanes) {}

  @Schema(name = "Lane")
  record LaneBody(
      Lane lane,
      @Schema(description = "Tasks that could start now") int due,
      @Schema(description = "Tasks that wait for their next attempt, or their time") int later,
      @Schema(description = "Tasks a node works on") int running,
      @Schema(description = "How long the oldest could have started", nullable = true)
          @Nullable Double oldestSeconds) {}
}
