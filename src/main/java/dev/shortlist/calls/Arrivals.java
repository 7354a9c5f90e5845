package dev.shortlist.calls;

import dev.shortlist.ai.LanguageModel;
import dev.shortlist.ai.Model;
import dev.shortlist.ai.Provider;
import dev.shortlist.ai.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Answers between their arrival and the database, a file each. It is opened before the call and
/// what arrives is written in one go, before anybody reads it: a program that is killed, or whose
/// database is away, has its answers when it goes on, and knows which calls had none.
///
/// A file outlives the process, not the machine: it is not forced to the disk. Only its owner can
/// read it. Processes may share the folder: each holds a lock on the files of its own calls.
final class Arrivals {
  private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<StandardOpenOption> ANEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final FileAttribute<?>[] OWNER_ONLY =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
          }
          : new FileAttribute<?>[0];

  /// Files of calls this process makes. They must not be looked into: a process that closes a file
  /// loses its locks on it.
  private static final Set<Path> UNDER_WAY = ConcurrentHashMap.newKeySet();

  private static final String BEING_MADE = ".new";

  private final Path folder;

  Arrivals(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("answers on their way cannot be kept in " + folder, e);
    }
  }

  /// A call that is made: the first line of its file.
  ///
  /// @param id in the book of calls
  /// @param key of everything that is asked
  record Call(UUID id, Purpose purpose, String key, Provider provider, URI address, String model) {
    static Call of(UUID id, Purpose purpose, String key, Model model) {
      return new Call(id, purpose, key, model.provider(), model.address(), model.name());
    }

    Model asked() {
      return new Model(provider, address, null, model, Duration.ofMinutes(1));
    }
  }

  /// What a call left behind.
  sealed interface Left {
    Call call();

    Path file();

    /// Its answer did not reach the database.
    record Answer(Call call, Reply reply, Duration latency, Path file) implements Left {}

    /// It had none, as far as is known.
    record Nothing(Call call, Path file) implements Left {}
  }

  /// Where the answer to one call goes.
  static final class Place implements AutoCloseable {
    private final Path file;
    private final @Nullable FileChannel channel;
    private volatile boolean taken;

    private Place(Path file, @Nullable FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    /// Writes the answer down. Where that cannot be done it is used all the same.
    void take(byte[] body) {
      if (channel != null) {
        taken = true;
        try {
          write(channel, body);
        } catch (IOException e) {
          log.warn("an answer on its way was not noted down", e);
        }
      }
    }

    /// The database has it.
    void clear() {
      taken = false;
    }

    /// Leaves the answer there if it was not cleared.
    @Override
    public void close() {
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        log.debug("a file of an answer was not closed", e);
      }
      if (!taken) {
        delete(file);
      }
      UNDER_WAY.remove(file);
    }
  }

  /// Opens one; without, where that is not possible, the call is made all the same.
  Place open(Call call) {
    var file = folder.resolve(prefix(call.purpose().account(), call.key()) + call.id());
    UNDER_WAY.add(file);
    try {
      return new Place(file, locked(file, call));
    } catch (IOException e) {
      log.warn("an answer on its way will not be noted down", e);
      return new Place(file, null);
    }
  }

  /// Nobody finds the file before it is locked.
  private static FileChannel locked(Path file, Call call) throws IOException {
    var made = Path.of(file + BEING_MADE);
    var channel = FileChannel.open(made, ANEW, OWNER_ONLY);
    try {
      if (channel.tryLock() == null) {
        throw new IOException("the new file is locked by another process");
      }
      write(channel, (JSON.writeValueAsString(call) + "\n").getBytes(StandardCharsets.UTF_8));
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
      return channel; // the lock is held until it is closed, or its process is killed
    } catch (IOException e) {
      channel.close();
      delete(made);
      throw e;
    }
  }

  /// What calls about one question left. Those under way, here or in another process, left nothing
  /// yet.
  List<Left> of(UUID account, String key) {
    return list(prefix(account, key) + "*");
  }

  /// What all calls left that are not under way.
  List<Left> all() {
    return list("*");
  }

  void remove(Left left) {
    delete(left.file());
  }

  private List<Left> list(String glob) {
    var all = new ArrayList<Left>();
    for (var file : files(glob)) {
      try {
        read(file).ifPresent(all::add);
      } catch (NoSuchFileException e) {
        // its answer reached the database
      } catch (JacksonException e) {
        log.warn("{} says of no call what it was for, and is deleted", file.getFileName());
        delete(file);
      } catch (IOException | RuntimeException e) {
        log.warn("what a call left cannot be read file={}", file.getFileName(), e);
      }
    }
    return all;
  }

  private static Optional<Left> read(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        return Optional.empty();
      }
      if (!finished(file).equals(file)) {
        delete(file); // its program was killed before the call
        return Optional.empty();
      }
      var bytes = Channels.newInputStream(channel).readAllBytes();
      var parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
      var call = Objects.requireNonNull(JSON.readValue(parts[0], Call.class));
      return Optional.of(
          parts.length < 2 || parts[1].isBlank()
              ? new Left.Nothing(call, file)
              : new Left.Answer(call, LanguageModel.read(call.asked(), parts[1]), age(file), file));
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // another thread looks into it
    }
  }

  private List<Path> files(String glob) {
    try (var files = Files.newDirectoryStream(folder, glob)) {
      var all = new ArrayList<Path>();
      for (var file : files) {
        if (!UNDER_WAY.contains(finished(file))) {
          all.add(file);
        }
      }
      return all.stream().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The file as it is called when it can be read.
  private static Path finished(Path file) {
    String name = file.toString();
    return name.endsWith(BEING_MADE)
        ? Path.of(name.substring(0, name.length() - BEING_MADE.length()))
        : file;
  }

  private static String prefix(UUID account, String key) {
    return "%s-%s-".formatted(account, key);
  }

  private static Duration age(Path file) throws IOException {
    var times = Files.readAttributes(file, BasicFileAttributes.class);
    return Duration.between(times.creationTime().toInstant(), times.lastModifiedTime().toInstant());
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    var left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("an answer that is in the database stays in {}", file.getParent(), e);
    }
  }
}
