package dev.shortlist.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Print a script that completes commands in bash and zsh.",
    footer = {"%nTo use it now: source <(shortlist completion)"})
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    out.print(AutoComplete.bash("shortlist", spec.root().commandLine()));
    out.flush();
  }
}
