package dev.shortlist.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "credits",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Grant credits: each CV that is read costs one.",
    synopsisSubcommandLabel = "COMMAND")
final class CreditsCommand implements Runnable {
  private final People people;

  @Spec private CommandSpec spec;

  CreditsCommand(People people) {
    this.people = people;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
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
    UserCommand.show(spec, () -> people.grant(data.folder(), amount, account));
  }
}
