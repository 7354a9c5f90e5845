package dev.shortlist.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "db",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Back up the database and the stored files, or move them to another database.",
    footer = {
      "%nStop the server before. SHORTLIST_DATABASE_URL names a database other than the embedded",
      "one, for reading as for writing."
    })
final class DatabaseCommand extends CommandGroup {
  private final Console console;
  private final Operations operations;

  DatabaseCommand(Console console, Operations operations) {
    this.console = console;
    this.operations = operations;
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
    operations.exportTo(GivenFile.toWrite(file), data.settings(), console.out());
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Read FILE into an empty database and an empty store.")
  void load(
      @Parameters(paramLabel = "FILE", description = "What 'db export' wrote.") Path file,
      @Mixin DataOption data) {
    operations.importFrom(GivenFile.toRead(file), data.settings(), console.out());
  }
}
