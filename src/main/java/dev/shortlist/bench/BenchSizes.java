package dev.shortlist.bench;

/// How much is measured.
///
/// @param tasks light tasks
/// @param latencies tasks that come alone
/// @param zip CVs in the ZIP that is uploaded
/// @param queue CVs of the large account
/// @param applications applications of the screening whose progress is asked for
public record BenchSizes(int tasks, int latencies, int zip, int queue, int applications) {
  /// What the targets are about.
  public static BenchSizes whole() {
    return new BenchSizes(20_000, 200, 1_000, 10_000, 100_000);
  }

  /// Enough to see that all of it works.
  public static BenchSizes small() {
    return new BenchSizes(500, 20, 50, 200, 2_000);
  }
}
