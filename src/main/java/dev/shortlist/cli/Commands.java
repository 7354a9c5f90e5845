package dev.shortlist.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/// The command line: `shortlist screen`, `read`, `serve` and what helps with them.
///
/// Exit codes: 0 all files read, 1 could not run, 2 wrong usage, 3 done with files in the review
/// tray.
public final class Commands {
  private final Console console;
  private final Clock clock;
  private final Server server;
  private final ReadingSetup reading;
  private final Operations operations;
  private final People people;

  public Commands(
      Console console,
      Clock clock,
      Server server,
      ReadingSetup reading,
      Operations operations,
      People people) {
    this.console = console;
    this.clock = clock;
    this.server = server;
    this.reading = reading;
    this.operations = operations;
    this.people = people;
  }

  /// Runs one command and gives its exit code.
  public int run(String... arguments) {
    var line =
        new CommandLine(new ShortlistCommand())
            .addSubcommand(new ScreenCommand(console, clock, reading))
            .addSubcommand(new ReadCommand(console, clock, reading))
            .addSubcommand(new ServeCommand(server))
            .addSubcommand(
                new CommandLine(new BenchCommand(console, clock))
                    .addSubcommand(new BenchEngineCommand(console, operations)))
            .addSubcommand(new DatabaseCommand(console, operations))
            .addSubcommand(new StorageCommand(console, operations))
            .addSubcommand(new AccountCommand(console, operations))
            .addSubcommand(new RetentionCommand(console, operations))
            .addSubcommand(new UserCommand(people))
            .addSubcommand(new KeyCommand(people))
            .addSubcommand(new CreditsCommand(people))
            .addSubcommand(
                new CommandLine(new AiCommand())
                    .addSubcommand(new AiCommand.Test(operations))
                    .addSubcommand(new EstimateCommand(console, clock, reading, operations)))
            .addSubcommand(new DoctorCommand(reading))
            .addSubcommand(new VersionCommand())
            .addSubcommand(new CompletionCommand())
            .addSubcommand(new HelpCommand());
    return line.setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setUsageHelpWidth(Math.min(console.columns(), 100))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO))
        .setExecutionExceptionHandler(Commands::explain)
        .execute(arguments);
  }

  private static int explain(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
    if (problem instanceof CouldNotRun) {
      line.getErr().println("shortlist: " + problem.getMessage());
    } else {
      line.getErr().println("shortlist: an error that should not happen; please report it:");
      problem.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return Exit.COULD_NOT_RUN;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
