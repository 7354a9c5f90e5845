package dev.shortlist.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "ai",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Language models that may read CVs; none does unless SHORTLIST_AI_PROVIDER is set.",
    synopsisSubcommandLabel = "COMMAND")
final class AiCommand extends CommandGroup {

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Try the model of the settings with one call, and say what is wrong.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:the model can be used", "1:it cannot, for the reason shown"})
  static final class Test implements Callable<Integer> {
    private final Operations operations;

    @Spec private CommandSpec spec;

    Test(Operations operations) {
      this.operations = operations;
    }

    @Override
    public Integer call() {
      var out = spec.commandLine().getOut();
      out.println(operations.tryModel());
      out.flush();
      return Exit.ALL_READ;
    }
  }
}
