package dev.shortlist.tasks;

import dev.shortlist.tasks.Engine.LaneStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/// The queue as numbers to watch: per lane, never per account, so their number is fixed.
@Component
class EngineMeters implements MeterBinder {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Engine engine;
  private List<LaneStatus> lanes = List.of();
  private int nodes;
  private long readAt;

  EngineMeters(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Lane lane : Lane.values()) {
      gauge(registry, lane, "due", "tasks that could start now", LaneStatus::due);
      gauge(registry, lane, "later", "tasks that wait for their time", LaneStatus::later);
      gauge(registry, lane, "running", "tasks nodes work on", LaneStatus::running);
      gauge(
          registry,
          lane,
          "oldest.seconds",
          "how long the oldest task could have started",
          EngineMeters::oldest);
    }
    Gauge.builder("shortlist.nodes", this, EngineMeters::nodes)
        .description("nodes on this database")
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry,
      Lane lane,
      String name,
      String description,
      ToDoubleFunction<LaneStatus> value) {
    Gauge.builder("shortlist.queue." + name, this, meters -> meters.value(lane, value))
        .description(description)
        .tag("lane", lane.name())
        .register(registry);
  }

  private synchronized double value(Lane lane, ToDoubleFunction<LaneStatus> value) {
    read();
    return lanes.stream()
        .filter(status -> status.lane() == lane)
        .mapToDouble(value)
        .findFirst()
        .orElse(0);
  }

  private synchronized double nodes() {
    read();
    return nodes;
  }

  /// Once for all that are asked for together.
  private void read() {
    long now = System.nanoTime();
    if (lanes.isEmpty() || now - readAt > FRESH.toNanos()) {
      lanes = engine.lanes();
      nodes = engine.nodes().size();
      readAt = now;
    }
  }

  private static double oldest(LaneStatus status) {
    Duration oldest = status.oldest();
    return oldest == null ? 0 : oldest.toMillis() / 1000.0;
  }
}
