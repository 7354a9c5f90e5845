package dev.shortlist.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The server process that works on a data folder.
record Postmaster(long pid, int port) {
  private static final int PID = 0;
  private static final int PORT = 3;

  /// The live server of `data`, by PostgreSQL's own `postmaster.pid`. A file that is left of a dead
  /// one counts for nothing, even when its number has gone to another program.
  static Optional<Postmaster> in(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    return parse(lines)
        .filter(found -> ProcessHandle.of(found.pid()).filter(Postmaster::isPostgres).isPresent());
  }

  /// Every live process of PostgreSQL that works in `data`: the server, and those a server left
  /// behind when it was killed. None where the system does not show it.
  static List<ProcessHandle> processes(Path data) {
    return ProcessHandle.allProcesses()
        .filter(Postmaster::isPostgres)
        .filter(process -> worksIn(process, data))
        .toList();
  }

  /// Removes the file of a dead server when PostgreSQL itself would stop at it: its number has gone
  /// to another program, or the file is broken. Any other it is left to check: it knows whether
  /// memory of that server is still in use.
  static void clear(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    var dead = parse(Files.readAllLines(file));
    if (dead.isEmpty() || ProcessHandle.of(dead.get().pid()).isPresent()) {
      Files.delete(file);
    }
  }

  private static Optional<Postmaster> parse(List<String> lines) {
    try {
      return lines.size() <= PORT
          ? Optional.empty()
          : Optional.of(
              new Postmaster(
                  Long.parseLong(lines.get(PID).strip()),
                  Integer.parseInt(lines.get(PORT).strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean worksIn(ProcessHandle process, Path data) {
    try {
      return Files.isSameFile(Path.of("/proc", "" + process.pid(), "cwd"), data);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.isAlive()
        && process
            .info()
            .command()
            .map(Path::of)
            .filter(command -> command.endsWith("postgres"))
            .isPresent();
  }
}
