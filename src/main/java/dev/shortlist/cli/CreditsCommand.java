package dev.shortlist.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "credits",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Grant credits: each CV that is read costs one.",
    synopsisSubcommandLabel = "COMMAND")
final class CreditsCommand extends CommandGroup {
  private final People people;

  CreditsCommand(People people) {
    this.people = people;
  }

  @Command(
      name = "grant",
      mixinStandardHelpOptions = true,
      description = "Give an account credits. One that had no limit has one from then on.")
  void grant(
      @Parameters(paramLabel = "N", description = "How many.") int amount,
      @Option(names = "--account", description = "Id or name of the account (default: the first).")
          @Nullable String account,
      @Mixin DataOption data) {
    show(() -> people.grant(data.folder(), amount, account));
  }
}
