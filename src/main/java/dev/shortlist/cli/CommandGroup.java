package dev.shortlist.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that only has others under it; by itself it says which.
@SuppressWarnings("NullAway.Init") // picocli fills in
abstract class CommandGroup implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public final void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// Prints the lines of an answer.
  final void show(Supplier<List<String>> answer) {
    try {
      var out = spec.commandLine().getOut();
      answer.get().forEach(out::println);
      out.flush();
    } catch (People.Refused refused) {
      throw new CouldNotRun(String.valueOf(refused.getMessage()), refused);
    }
  }
}
