package dev.shortlist.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Look whether this machine has what Shortlist needs, and say what to do.",
    footer = {
      "%n'ok' is as it should be, 'without' does less, 'missing' does not run.",
      "No browser, key or network is needed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:Shortlist runs here", "1:something is missing", "2:wrong usage"})
final class DoctorCommand implements Callable<Integer> {
  private final ReadingSetup reading;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "${env:SHORTLIST_PORT:-8000}",
      description = "Port the server is to listen on (default: 8000).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = "${env:SHORTLIST_HOST:-127.0.0.1}",
      description = "Address the server is to listen on (default: 127.0.0.1).")
  private String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:SHORTLIST_DATA:-${sys:user.home}/.shortlist}",
      description = "Folder for database and files (default: ~/.shortlist).")
  private Path data;

  DoctorCommand(ReadingSetup reading) {
    this.reading = reading;
  }

  @Override
  public Integer call() {
    var findings =
        new Examination(Machine.here(), reading)
            .java()
            .cores()
            .reading()
            .temporary(Path.of(System.getProperty("java.io.tmpdir")))
            .folder(data)
            .port(host, port)
            .findings();
    var out = spec.commandLine().getOut();
    findings.forEach(finding -> out.print(line(finding)));
    out.flush();
    return isWhole(findings) ? Exit.ALL_READ : Exit.COULD_NOT_RUN;
  }

  private static boolean isWhole(List<Finding> findings) {
    return findings.stream().noneMatch(f -> f.state() == Finding.State.MISSING);
  }

  private static String line(Finding finding) {
    var state = finding.state().name().toLowerCase(Locale.ROOT);
    var line = "%-8s %-16s %s%n".formatted(state, finding.what(), finding.detail());
    return finding.advice().isEmpty() ? line : line + "%25s %s%n".formatted("", finding.advice());
  }
}
