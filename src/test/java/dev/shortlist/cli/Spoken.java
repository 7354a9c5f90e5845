package dev.shortlist.cli;

import dev.shortlist.text.Setup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command that was run inside the test, and what it said.
///
/// @param served settings the server was started with, empty if it was not started
record Spoken(int exit, String out, String err, Map<String, String> served) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC);

  static Spoken by(String... arguments) {
    return hearing("", arguments);
  }

  /// @param in what the command finds on standard input
  static Spoken hearing(String in, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var served = new HashMap<String, String>();
    var console =
        new Console(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            120,
            false);
    int exit =
        new Commands(
                console,
                CLOCK,
                served::putAll,
                Setup::standard,
                new NoOperations(),
                new FakePeople())
            .run(arguments);
    return new Spoken(
        exit,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        Map.copyOf(served));
  }

  /// For tests of commands that need none.
  private static final class NoOperations implements Operations {
    @Override
    public void benchEngine(boolean small, Path scratch, PrintStream out) {
      throw new AssertionError("not asked for");
    }

    @Override
    public void exportTo(Path file, Map<String, String> settings, PrintStream out) {
      throw new AssertionError("not asked for");
    }

    @Override
    public void importFrom(Path file, Map<String, String> settings, PrintStream out) {
      throw new AssertionError("not asked for");
    }

    @Override
    public void exportAccount(
        @Nullable String account, Path file, Map<String, String> settings, PrintStream out) {
      throw new AssertionError("not asked for");
    }

    @Override
    public void importAccount(
        @Nullable String account, Path file, Map<String, String> settings, PrintStream out) {
      throw new AssertionError("not asked for");
    }

    @Override
    public void reportRetention(
        @Nullable String account, int days, Map<String, String> settings, PrintStream out) {
      throw new AssertionError("not asked for");
    }

    @Override
    public void setRetention(
        @Nullable String account,
        @Nullable Integer job,
        @Nullable Integer days,
        Map<String, String> settings,
        PrintStream out) {
      throw new AssertionError("not asked for");
    }

    @Override
    public String tryModel() {
      throw new AssertionError("not asked for");
    }

    @Override
    public void moveToBucket(Map<String, String> settings, PrintStream out) {
      throw new AssertionError("not asked for");
    }

    @Override
    public List<String> estimate(
        dev.shortlist.jobdescription.JobDescription asked,
        List<RankedCv> ranked,
        @Nullable String cascade) {
      throw new AssertionError("not asked for");
    }
  }
}
