package dev.shortlist.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "engine",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Measure the server's engine: throughput, latency, uploads, fairness, progress. It starts a"
            + " database of its own and takes some minutes.")
final class BenchEngineCommand implements Runnable {
  private final Console console;
  private final Operations operations;

  @Option(names = "--small", description = "Only see that all of it works, in half a minute.")
  private boolean small;

  BenchEngineCommand(Console console, Operations operations) {
    this.console = console;
    this.operations = operations;
  }

  @Override
  public void run() {
    try (var scratch = new Scratch()) {
      operations.benchEngine(small, scratch.folder(), console.out());
    }
  }
}
