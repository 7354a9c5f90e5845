package dev.shortlist.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Start the server: pages and API for recruiters and programs.",
    footer = {
      "%nEvery setting is also an environment variable: --port is SHORTLIST_PORT.",
      "Ctrl-C stops the server; what it was doing goes on at the next start."
    })
final class ServeCommand implements Runnable {
  private final Server server;

  @Spec private CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "Port to listen on (default: 8000).")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "Address to listen on (default: 127.0.0.1, this machine only).")
  private @Nullable String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for database and files (default: ~/.shortlist).")
  private @Nullable Path data;

  @Option(
      names = "--roles",
      paramLabel = "R",
      description = "What this node does: web, worker, or web,worker (default: both).")
  private @Nullable String roles;

  @Option(
      names = "--node",
      paramLabel = "NAME",
      description = "Name of this node among those on its database (default: the machine's name).")
  private @Nullable String node;

  ServeCommand(Server server) {
    this.server = server;
  }

  @Override
  public void run() {
    if (port != null && (port < 0 || port > 65535)) {
      throw new ParameterException(
          spec.commandLine(),
          "--port must be 1 to 65535, or 0 for any free port, but is %d".formatted(port));
    }
    try {
      server.run(settings());
    } catch (RuntimeException e) {
      // The server has said why, in the words of its failure analysers or with the stack trace.
      throw new CouldNotRun("the server did not start, for the reason above", e);
    }
  }

  private Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    put(settings, "shortlist.port", port);
    put(settings, "shortlist.host", host);
    put(settings, "shortlist.data", data == null ? null : data.toAbsolutePath());
    put(settings, "shortlist.roles", roles);
    put(settings, "shortlist.node", node);
    return settings;
  }

  private static void put(Map<String, String> settings, String name, @Nullable Object value) {
    if (value != null) {
      settings.put(name, value.toString());
    }
  }
}
