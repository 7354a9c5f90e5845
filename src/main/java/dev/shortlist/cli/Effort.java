package dev.shortlist.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/// What some work cost.
///
/// @param millis on the clock on the wall
/// @param cpuMillis of all threads of this process, which a busy machine disturbs less
record Effort(double millis, double cpuMillis) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static Effort of(Supplier<?> work) {
    return giving(work).effort();
  }

  static <T> Measured<T> giving(Supplier<T> work) {
    long cpu = SYSTEM.getProcessCpuTime();
    long began = System.nanoTime();
    var result = work.get();
    long millis = System.nanoTime() - began;
    return new Measured<>(
        result, new Effort(millis / 1e6, (SYSTEM.getProcessCpuTime() - cpu) / 1e6));
  }

  /// Processes that want a processor, on average over the last minute; negative where the system
  /// does not tell.
  static double load() {
    return SYSTEM.getSystemLoadAverage();
  }

  /// A result and what it cost.
  record Measured<T>(T result, Effort effort) {}
}
