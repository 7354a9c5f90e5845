package dev.shortlist.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Take one account with all that is in it to another installation.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "%nThe server may run meanwhile. SHORTLIST_DATABASE_URL and SHORTLIST_S3_BUCKET with its",
      "neighbours name a database and a store other than those in the data folder."
    })
final class AccountCommand extends CommandGroup {
  private final Console console;
  private final Operations operations;

  AccountCommand(Console console, Operations operations) {
    this.console = console;
    this.operations = operations;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Write an account to FILE, a ZIP of JSON Lines and CVs, without secrets.")
  void export(
      @Option(
              names = "--to",
              required = true,
              paramLabel = "FILE",
              description = "The file to write; it must not exist.")
          Path file,
      @Option(names = "--account", description = "Id or name of the account (default: the first).")
          @Nullable String account,
      @Mixin DataOption data) {
    operations.exportAccount(account, GivenFile.toWrite(file), data.settings(), console.out());
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = {
        "Read FILE into an account that is empty. What was cut off may be run again.",
        "Users come back kept out, until an owner lets them in and sends them a link."
      })
  void load(
      @Parameters(paramLabel = "FILE", description = "What 'account export' wrote.") Path file,
      @Option(
              names = "--account",
              description = "Id or name of the account, made if need be (default: the first).")
          @Nullable String account,
      @Mixin DataOption data) {
    operations.importAccount(account, GivenFile.toRead(file), data.settings(), console.out());
  }
}
