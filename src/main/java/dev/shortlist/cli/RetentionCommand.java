package dev.shortlist.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "How long screenings are kept after they ended, and what that removes.",
    footer = {
      "%nThe server removes each hour what is over: a screening with the CVs, readings, candidates",
      "and decisions only it needs. --dry-run says what, when and by which rule, and removes nothing."
    })
final class RetentionCommand implements Runnable {
  private static final int MOST = 36_500;

  private final Console console;
  private final Operations operations;

  @Spec private CommandSpec spec;

  @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
  private boolean dryRun;

  @Option(names = "--account", description = "Id or name of the account (default: all).")
  private @Nullable String account;

  @Option(
      names = "--within",
      paramLabel = "DAYS",
      defaultValue = "0",
      description = "Look that many days ahead (default: 0, the next clean-up).")
  private int within;

  @Mixin private DataOption data = new DataOption();

  RetentionCommand(Console console, Operations operations) {
    this.console = console;
    this.operations = operations;
  }

  @Override
  public void run() {
    if (!dryRun) {
      spec.commandLine().usage(spec.commandLine().getOut());
      return;
    }
    operations.reportRetention(
        account, checked("--within", within, 0), data.settings(), console.out());
  }

  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Set the rule of an account, or of one job description.")
  void set(
      @Parameters(
              paramLabel = "DAYS",
              description = "Days after the end of a screening, or 'none' for the rule above.")
          String days,
      @Option(names = "--account", description = "Id or name of the account (default: the first).")
          @Nullable String of,
      @Option(
              names = "--job",
              paramLabel = "N",
              description = "Number of the job description the rule is for.")
          @Nullable Integer job,
      @Mixin DataOption where) {
    operations.setRetention(of, job, days(days), where.settings(), console.out());
  }

  private @Nullable Integer days(String given) {
    if (given.equals("none")) {
      return null;
    }
    try {
      return checked("DAYS", Integer.parseInt(given), 1);
    } catch (NumberFormatException e) {
      throw new ParameterException(
          spec.commandLine(), "DAYS must be a number or 'none' but is %s".formatted(given), e);
    }
  }

  private int checked(String name, int value, int least) {
    if (value < least || value > MOST) {
      throw new ParameterException(
          spec.commandLine(), "%s must be %d to %,d but is %d".formatted(name, least, MOST, value));
    }
    return value;
  }
}
