package dev.shortlist.tasks;

import dev.shortlist.RunningShortlist;

/// No task is worked on while it lasts, so that a test can look at work that has not been done yet
/// however fast the machine is.
///
/// ```java
/// try (var _ = new Standstill(shortlist)) { .. }
/// ```
public final class Standstill implements AutoCloseable {
  private final Lanes lanes;

  public Standstill(RunningShortlist shortlist) {
    lanes = shortlist.get(Lanes.class);
    lanes.stop();
  }

  @Override
  public void close() {
    lanes.start();
  }
}
