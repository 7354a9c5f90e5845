package dev.shortlist.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which installation is meant.
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for database and files (default: ~/.shortlist).")
  @Nullable Path folder;

  @Nullable Path folder() {
    return folder == null ? null : folder.toAbsolutePath();
  }

  /// As the settings of the program, which may say it, too.
  Map<String, String> settings() {
    var chosen = folder();
    return chosen == null ? Map.of() : Map.of("shortlist.data", chosen.toString());
  }
}
