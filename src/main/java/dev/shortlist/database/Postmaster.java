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
    if (lines.size() <= PORT) {
      return Optional.empty();
    }
    var found =
        new Postmaster(
            Long.parseLong(lines.get(PID).strip()), Integer.parseInt(lines.get(PORT).strip()));
    return ProcessHandle.of(found.pid()).filter(Postmaster::isPostgres).map(process -> found);
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
