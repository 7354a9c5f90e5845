package dev.shortlist.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A server as a process of its own, from its start until it has ended.
final class RehearsedServer implements AutoCloseable {
  /// What the server said instead of starting.
  static final class NotStarted extends Exception {
    private static final long serialVersionUID = 1;

    NotStarted(String said) {
      super(said);
    }
  }

  private static final Pattern LISTENING = Pattern.compile("is listening on (http://\\S+)");
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Thread end;
  private final URI address;
  private volatile boolean listening;

  /// Starts it and waits until it listens.
  ///
  /// @param command the whole command line
  /// @param settings environment variables beside those of this process
  RehearsedServer(List<String> command, Map<String, String> settings)
      throws IOException, NotStarted {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings);
    process = builder.start();
    end = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(this::giveUp);
    var output = process.inputReader();
    address = address(output);
    listening = true;
    Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
  }

  URI address() {
    return address;
  }

  /// Ends it and waits until it has kept what it is to keep.
  @Override
  public void close() {
    // Unlike Process.destroy it leaves open what the server still writes to.
    process.toHandle().destroy();
    try {
      process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException _) {
      process.destroyForcibly().onExit().join();
    }
    Runtime.getRuntime().removeShutdownHook(end);
  }

  private void giveUp() {
    if (!listening) {
      process.destroyForcibly();
    }
  }

  private URI address(BufferedReader output) throws IOException, NotStarted {
    var said = new StringJoiner("\n");
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      var found = LISTENING.matcher(line);
      if (found.find()) {
        return URI.create(found.group(1));
      }
      said.add(line);
    }
    throw new NotStarted(said.toString());
  }
}
