package dev.shortlist.cli;

import dev.shortlist.text.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// What `screen` and `read` have in common: the CVs and how they are read.
final class PileOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "CVs: files, folders (with all that is in them) and ZIP archives.")
  private List<Path> paths;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "CVs read at a time (default: one for each processor).")
  private @Nullable Integer threads;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Day that \"present\" means in a CV without a date (default: today).")
  private @Nullable LocalDate asOf;

  /// The paths, each of which exists.
  List<Path> paths() {
    for (var path : paths) {
      if (!Files.exists(path)) {
        throw new ParameterException(
            spec.commandLine(), "no such file or folder: %s".formatted(path));
      }
    }
    return paths;
  }

  int threads() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    atLeastOne("--threads", count);
    return count;
  }

  /// How the files are read, as many at a time as [#threads()] says.
  Setup setup(ReadingSetup reading) {
    try {
      return reading.of(threads());
    } catch (IllegalArgumentException e) {
      throw new CouldNotRun(e);
    }
  }

  LocalDate asOf(Clock clock) {
    return asOf == null ? LocalDate.now(clock) : asOf;
  }

  void atLeastOne(String option, int count) {
    if (count < 1) {
      throw new ParameterException(
          spec.commandLine(), "%s must be at least 1 but is %d".formatted(option, count));
    }
  }
}
