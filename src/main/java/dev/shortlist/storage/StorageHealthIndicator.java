package dev.shortlist.storage;

import java.io.IOException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether files can be kept.
@Component
class StorageHealthIndicator implements HealthIndicator {
  private final Storage storage;

  StorageHealthIndicator(Storage storage) {
    this.storage = storage;
  }

  @Override
  public Health health() {
    try {
      storage.requireWritable();
      return Health.up().build();
    } catch (IOException e) {
      return Health.down(e).build();
    }
  }
}
