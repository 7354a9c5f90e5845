package dev.shortlist.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's programs, which refuse to run as root and as a user without a name.
///
/// Then they run in a user namespace of their own, where they are "nobody" and the files are still
/// theirs.
final class Programs {
  private final PostgresBinaries binaries;
  private final Path output;
  private final Duration timeout;
  private final List<String> prefix;

  /// @param output file for what the programs say
  Programs(PostgresBinaries binaries, Path output, Duration timeout) {
    this.binaries = binaries;
    this.output = output;
    this.timeout = timeout;
    this.prefix = prefix();
  }

  /// Runs `program` to its end.
  ///
  /// @throws DatabaseUnusable if it fails or takes longer than the timeout, with what it said
  void run(String program, List<String> arguments) throws IOException {
    if (!succeeds(program, arguments)) {
      throw new DatabaseUnusable(
          "the embedded PostgreSQL does not work: %s failed:\n%s"
              .formatted(program, Files.readString(output).strip()));
    }
  }

  /// Runs `program` to its end, or to the timeout; false if that went wrong.
  boolean succeeds(String program, List<String> arguments) throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(binaries.program(program).toString());
    command.addAll(arguments);
    // A file, not a pipe: the server inherits it and outlives the program that starts it.
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return ends(builder.start(), timeout);
  }

  private static List<String> prefix() {
    var user = new UnixSystem();
    if (user.getUid() != 0 && user.getUsername() != null) {
      return List.of();
    }
    try {
      var attempt =
          new ProcessBuilder("unshare", "-U", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      if (ends(attempt.start(), Duration.ofSeconds(10))) {
        return List.of("unshare", "-U");
      }
    } catch (IOException e) {
      // There is no unshare here: told below.
    }
    throw new DatabaseUnusable(
        "PostgreSQL runs neither as root nor as a user without a name, and this system allows no user namespaces: start Shortlist as an ordinary user, or set SHORTLIST_DATABASE_URL");
  }

  private static boolean ends(Process process, Duration timeout) {
    try {
      if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue() == 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return false;
  }
}
