package dev.shortlist.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "db",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Back up the database and the stored files, or move them to another database.",
    footer = {
      "%nStop the server before. SHORTLIST_DATABASE_URL names a database other than the embedded",
      "one, for reading as for writing."
    })
final class DatabaseCommand implements Runnable {
  private final Console console;
  private final Operations operations;

  @Spec private CommandSpec spec;

  DatabaseCommand(Console console, Operations operations) {
    this.console = console;
    this.operations = operations;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Write everything to FILE, a ZIP with a table in each entry and the files.")
  void export(
      @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
          Path file,
      @Mixin DataOption data) {
    if (Files.exists(file)) {
      throw new CouldNotRun("%s exists: name a file that does not".formatted(file));
    }
    operations.exportTo(file, data.settings(), console.out());
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Read FILE into an empty database and an empty store.")
  void load(
      @Parameters(paramLabel = "FILE", description = "What 'db export' wrote.") Path file,
      @Mixin DataOption data) {
    if (!Files.isReadable(file)) {
      throw new CouldNotRun("%s is not there or cannot be read".formatted(file));
    }
    operations.importFrom(file, data.settings(), console.out());
  }
}
