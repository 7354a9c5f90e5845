package dev.shortlist.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Answers between their arrival and the database, a file each: writing one takes a fraction of a
/// millisecond and waits for nobody, so a program that is killed, or whose database is away, has
/// them when it goes on.
///
/// A file outlives the process, not the machine: it is not forced to the disk. Only the owner can
/// read it.
final class Arrivals {
  private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SUFFIX = ".json";
  private static final FileAttribute<?>[] OWNER_ONLY =
      Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
          }
          : new FileAttribute<?>[0];
  private static final Set<StandardOpenOption> ANEW =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);

  private final Path folder;

  Arrivals(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("answers on their way cannot be kept in " + folder, e);
    }
  }

  /// Notes one down. Where that cannot be done the answer is used all the same.
  void note(Arrival arrival) {
    var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(arrival));
    try (var channel =
        FileChannel.open(file(arrival.purpose().account(), arrival.key()), ANEW, OWNER_ONLY)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      log.warn("an answer on its way was not noted down call={}", arrival.call(), e);
    }
  }

  Optional<Arrival> find(UUID account, String key) {
    var file = file(account, key);
    return Files.exists(file) ? read(file) : Optional.empty();
  }

  /// All that did not reach the database.
  List<Arrival> list() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(this::read)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The database has it, or nobody wants it any more.
  void drop(Arrival arrival) {
    delete(file(arrival.purpose().account(), arrival.key()));
  }

  private Optional<Arrival> read(Path file) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), Arrival.class));
    } catch (JacksonException e) {
      delete(file); // its writer was killed half-way
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // another node was quicker
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("an answer that is in the database stays in {}", file.getParent(), e);
    }
  }

  private Path file(UUID account, String key) {
    return folder.resolve("%s-%s%s".formatted(account, key, SUFFIX));
  }
}
