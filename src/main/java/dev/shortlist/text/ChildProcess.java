package dev.shortlist.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The parent's side of one [Child]: starts it when needed, kills it at the limit, replaces it
/// after a number of files.
final class ChildProcess {
  /// A child that ended without an answer.
  static final class Ended extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean stopped;

    Ended(boolean stopped) {
      this.stopped = stopped;
    }

    /// Whether it was killed because it took too long.
    boolean stopped() {
      return stopped;
    }
  }

  private static final int LARGEST_ANSWER = 64 << 20;

  private final ChildCommand command;
  private final Limits limits;
  private final ScheduledExecutorService watch;
  private volatile @Nullable Process process;
  private volatile boolean closed;
  private int served;

  ChildProcess(ChildCommand command, Limits limits, ScheduledExecutorService watch) {
    this.command = command;
    this.limits = limits;
    this.watch = watch;
  }

  /// @throws Ended if the child died or was killed; the next call starts a fresh one
  /// @throws IOException if `file` cannot be read or no process can be started
  Extraction read(Path file, String name) throws IOException, Ended {
    var child = running();
    var late = new java.util.concurrent.atomic.AtomicBoolean();
    var alarm =
        watch.schedule(
            () -> {
              late.set(true);
              child.destroyForcibly();
            },
            limits.time().toMillis(),
            TimeUnit.MILLISECONDS);
    try (var bytes = Files.newInputStream(file)) {
      return exchange(child, bytes, (int) Files.size(file), name);
    } catch (Lost e) {
      stop();
      throw new Ended(late.get());
    } finally {
      alarm.cancel(false);
    }
  }

  void close() {
    closed = true;
    stop();
  }

  private Extraction exchange(Process child, java.io.InputStream bytes, int size, String name)
      throws IOException, Lost {
    var content = bytes.readNBytes(size);
    try {
      var out = new DataOutputStream(new BufferedOutputStream(child.getOutputStream(), 1 << 16));
      Wire.write(out, name);
      out.writeInt(content.length);
      out.write(content);
      out.flush();
      var in = new DataInputStream(new BufferedInputStream(child.getInputStream(), 1 << 16));
      if (in.readInt() != Child.MAGIC) {
        throw new IOException("not an answer");
      }
      int length = in.readInt();
      if (length < 0 || length > LARGEST_ANSWER) {
        throw new IOException("an answer too large");
      }
      served++;
      return Wire.toExtraction(in.readNBytes(length));
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  private Process running() throws IOException {
    var current = process;
    if (current != null && current.isAlive() && served < limits.filesPerChild()) {
      return current;
    }
    stop();
    if (closed) {
      throw new IllegalStateException("the extractor is closed");
    }
    served = 0;
    var started = command.start();
    process = started;
    return started;
  }

  private void stop() {
    var current = process;
    process = null;
    if (current == null) {
      return;
    }
    current.destroyForcibly();
    boolean interrupted = false;
    while (current.isAlive()) {
      try {
        current.waitFor();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Lost extends Exception {
    private static final long serialVersionUID = 1;

    Lost(IOException cause) {
      super(cause);
    }
  }
}
