package dev.shortlist.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/// The parent's side of one [Child]: starts it when needed, kills it at the limit, replaces it
/// after a number of files.
final class ChildProcess implements Pool.Member {
  /// A child that ended without an answer.
  static final class Ended extends Exception {
    private static final long serialVersionUID = 1;
    private final Alarm.@Nullable Cause cause;

    Ended(Alarm.@Nullable Cause cause) {
      this.cause = cause;
    }

    /// Why it was killed; absent if it died by itself.
    Alarm.@Nullable Cause killedFor() {
      return cause;
    }
  }

  private static final int BUFFER = 1 << 16;

  private final ChildCommand command;
  private final Setup setup;
  private final ScheduledExecutorService watch;
  private volatile @Nullable Process process;
  private final Runnable heard;
  private volatile boolean closed;
  private volatile boolean silent = true;
  private int served;

  /// @param heard told of the first word of a process that was started
  ChildProcess(ChildCommand command, Setup setup, ScheduledExecutorService watch, Runnable heard) {
    this.command = command;
    this.setup = setup;
    this.watch = watch;
    this.heard = heard;
  }

  @Override
  public boolean runs() {
    var current = process;
    return current != null && current.isAlive() && served < setup.limits().filesPerChild();
  }

  @Override
  public boolean isSilent() {
    return silent;
  }

  /// @throws Ended if the child died or was killed; the next call starts a fresh one
  /// @throws IOException if `file` cannot be read or no process can be started
  Extraction read(Path file, String name) throws IOException, Ended {
    return ask(file, name, Wire::toExtraction);
  }

  /// @throws Ended if the child died or was killed; the next call starts a fresh one
  /// @throws IOException if `file` cannot be read or no process can be started
  Painting paint(Path file, PageOrder order) throws IOException, Ended {
    return ask(file, order.words(), Wire::toPainting);
  }

  private interface Decoding<T> {
    T decode(byte[] answer) throws IOException;
  }

  private <T> T ask(Path file, String words, Decoding<T> decoding) throws IOException, Ended {
    try (var content = Files.newInputStream(file)) {
      return ask(content, Math.toIntExact(Files.size(file)), words, decoding);
    }
  }

  private <T> T ask(InputStream content, int size, String words, Decoding<T> decoding)
      throws IOException, Ended {
    var child = running();
    var alarm = alarm(child);
    try {
      send(child, words, content, size);
      return answer(child, alarm, decoding);
    } catch (Lost e) {
      stop();
      throw new Ended(alarm.cause());
    } finally {
      alarm.cancel();
    }
  }

  /// Starts it and has it read a sample of the program's own: the first file takes it twenty times
  /// as long as those after.
  ///
  /// @throws Ended if the child died; the next call starts a fresh one
  /// @throws IOException if no process can be started
  void begin() throws IOException, Ended {
    var sample = Rehearsal.sample();
    ask(new ByteArrayInputStream(sample), sample.length, "sample.pdf", Wire::toExtraction);
  }

  void close() {
    closed = true;
    stop();
  }

  /// Hands the file over piece by piece: no file is held in this process.
  private void send(Process child, String words, InputStream content, int size)
      throws IOException, Lost {
    var out = new DataOutputStream(child.getOutputStream());
    var piece = new byte[BUFFER];
    int left = size;
    to(() -> {
      Wire.write(out, words);
      out.writeInt(size);
    });
    while (left > 0) {
      int read = content.read(piece, 0, Math.min(piece.length, left));
      if (read < 0) {
        stop();
        throw new IOException("the file became shorter while it was read");
      }
      to(() -> out.write(piece, 0, read));
      left -= read;
    }
    to(out::flush);
  }

  private <T> T answer(Process child, Alarm alarm, Decoding<T> decoding) throws Lost {
    try {
      var in = new DataInputStream(new BufferedInputStream(child.getInputStream(), BUFFER));
      int word = in.readInt();
      hear();
      if (word == Child.RECOGNIZING) {
        alarm.extend(setup.recognition().time());
        word = in.readInt();
      }
      if (word != Child.MAGIC) {
        throw new IOException("not an answer");
      }
      int length = in.readInt();
      if (length < 0 || length > longestAnswer()) {
        throw new IOException("an answer too large");
      }
      served++;
      return decoding.decode(in.readNBytes(length));
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  private void hear() {
    if (silent) {
      silent = false;
      heard.run();
    }
  }

  /// Room for a line round each character, and for links and notices.
  private long longestAnswer() {
    return (1 << 22) + 64L * setup.limits().characters();
  }

  private Process running() throws IOException {
    var current = process;
    if (current != null && runs()) {
      return current;
    }
    stop();
    requireOpen();
    served = 0;
    silent = true;
    var started = command.start();
    process = started;
    requireOpen(); // whoever closed it meanwhile saw no process to stop
    return started;
  }

  private void requireOpen() {
    if (closed) {
      stop();
      throw new IllegalStateException("the extractor is closed");
    }
  }

  private Alarm alarm(Process child) {
    try {
      return new Alarm(child, setup.limits(), watch);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the extractor is closed", e);
    }
  }

  private void stop() {
    var current = process;
    process = null;
    if (current == null) {
      return;
    }
    Alarm.kill(current);
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

  /// Something that is said to a child.
  private interface Saying {
    void say() throws IOException;
  }

  private static void to(Saying saying) throws Lost {
    try {
      saying.say();
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  private static final class Lost extends Exception {
    private static final long serialVersionUID = 1;

    Lost(IOException cause) {
      super(cause);
    }
  }
}
