package dev.shortlist.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How a child is started so that the system itself holds it: no network, no file written, no core
/// dump, an end to its processor time.
///
/// @param network words before a command that take the network from it, empty when there are none
/// @param limited whether `prlimit` sets limits
record Confinement(List<String> network, boolean limited) {
  static final Confinement NONE = new Confinement(List.of(), false);

  /// A user of its own first: without the rights of root over its network it cannot get it back.
  private static final List<List<String>> WAYS =
      List.of(
          List.of("unshare", "--user", "--net", "--"),
          List.of("unshare", "--map-root-user", "--net", "--"),
          List.of("unshare", "--net", "--"));

  private static final List<String> LIMITS = List.of("prlimit", "--core=0", "--fsize=0");

  /// What a child may use in its whole life is this many times what one file may.
  private static final int FILES_OF_A_LIFE = 40;

  Confinement {
    network = List.copyOf(network);
  }

  /// What this platform does; found out once.
  static Confinement ofPlatform() {
    return Found.HERE;
  }

  /// @throws IllegalStateException if `sandbox` requires what the platform does not do
  static Confinement of(Sandbox sandbox) {
    return sandbox == Sandbox.OFF ? NONE : of(sandbox, ofPlatform());
  }

  /// @param here what the platform does
  static Confinement of(Sandbox sandbox, Confinement here) {
    return switch (sandbox) {
      case OFF -> NONE;
      case WHERE_AVAILABLE -> here;
      case REQUIRED -> {
        if (!here.whole()) {
          throw new IllegalStateException(
              "shortlist.reading.sandbox=required, but this platform cannot take the network from"
                  + " a process: it needs unshare and prlimit (util-linux) and user namespaces;"
                  + " allow them, or set where-available");
        }
        yield here;
      }
    };
  }

  /// Whether neither network nor files are within reach.
  boolean whole() {
    return !network.isEmpty() && limited;
  }

  /// The words to put before a child's command.
  List<String> words(Limits limits) {
    var words = new ArrayList<>(network);
    if (limited) {
      words.addAll(LIMITS);
      words.add("--cpu=" + Math.max(1, limits.processor().toSeconds()) * FILES_OF_A_LIFE);
      words.add("--");
    }
    return words;
  }

  private static Confinement find() {
    var limits = new ArrayList<>(LIMITS);
    limits.addAll(List.of("--", "true"));
    for (var way : WAYS) {
      var command = new ArrayList<>(way);
      command.add("true");
      if (succeeds(command)) {
        return new Confinement(way, succeeds(limits));
      }
    }
    return new Confinement(List.of(), succeeds(limits));
  }

  private static boolean succeeds(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final class Found {
    static final Confinement HERE = find();
  }
}
