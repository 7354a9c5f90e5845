package dev.shortlist.tasks;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether this node works on tasks, if it is one that does.
@Component
class LanesHealthIndicator implements HealthIndicator {
  private final Lanes lanes;
  private final NodeSettings settings;

  LanesHealthIndicator(Lanes lanes, NodeSettings settings) {
    this.lanes = lanes;
    this.settings = settings;
  }

  @Override
  public Health health() {
    boolean idle = settings.is(NodeRole.WORKER) && !lanes.isRunning();
    return (idle ? Health.outOfService() : Health.up()).build();
  }
}
