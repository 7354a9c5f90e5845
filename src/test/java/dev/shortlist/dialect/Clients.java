package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the small clients under `src/test/resources/clients`, written the way their users would
/// write them, against a started server.
public final class Clients {
  private static final Path SCRIPTS = Path.of("src/test/resources/clients");
  private static final Path TRANSCRIPTS = Path.of("target/test-data/transcripts");

  private Clients() {}

  /// Whether Python 3 is on the machine.
  public static boolean python() {
    try {
      var process = new ProcessBuilder("python3", "--version").redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Starts a client; what it says is written to a transcript.
  public static Running start(String dialect, String address, Path cvs, String... key) {
    try {
      Files.createDirectories(TRANSCRIPTS);
      var transcript = TRANSCRIPTS.resolve(dialect + ".txt");
      var command = new ArrayList<>(List.of("python3", "-B", "-u"));
      command.add(SCRIPTS.resolve(dialect + ".py").toString());
      command.add(address);
      command.add(cvs.toString());
      command.addAll(List.of(key));
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(transcript.toFile())
              .start();
      return new Running(dialect, process, transcript);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A client at work.
  public record Running(String dialect, Process process, Path transcript) {

    /// Waits for its end, which must be a good one.
    ///
    /// @return what it said
    public String end(int seconds) {
      try {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(dialect + " did not end: " + Files.readString(transcript));
        }
        String said = Files.readString(transcript);
        assertThat(said).contains("OK " + dialect);
        assertThat(process.exitValue()).isZero();
        return said;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
