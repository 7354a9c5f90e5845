package dev.shortlist.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.SynchronousQueue;

/// The process in which files are opened: it is given bytes and answers with an [Extraction], one
/// after another, until its input ends.
///
/// It opens no file and no connection by itself. When the parent dies, so does it, even in the
/// middle of a file.
final class Child {
  /// Comes before an answer.
  static final int MAGIC = 0x53484F52;

  /// Says that pages are being recognised, which takes longer.
  static final int RECOGNIZING = 0x53484F4D;

  private static final long STACK_BYTES = 16 << 20;

  private Child() {}

  /// Serves until its input ends.
  ///
  /// @param arguments the words of [ChildRules]
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    var reading = new Reading(ChildRules.of(List.of(arguments)), () -> announce(out));
    serve(out, (bytes, name) -> Wire.toBytes(reading.read(bytes, name)));
  }

  /// What a child does with a file and the words that came with it.
  interface Answering {
    byte[] answer(byte[] file, String words) throws IOException;
  }

  /// Answers one file after another on `out`, until the input ends.
  static void serve(DataOutputStream out, Answering answering)
      throws IOException, InterruptedException {
    System.setOut(System.err);
    var requests = new SynchronousQueue<Request>();
    var worker = new Thread(null, () -> work(requests, answering, out), "reading", STACK_BYTES);
    worker.setDaemon(true);
    worker.start();
    try (var in = new DataInputStream(new BufferedInputStream(System.in))) {
      while (true) {
        var name = Wire.text(in);
        var bytes = in.readNBytes(in.readInt());
        requests.put(new Request(bytes, name));
      }
    } catch (EOFException e) {
      // The worker may be in an endless file: only a halt ends that.
      Runtime.getRuntime().halt(0);
    }
  }

  private static final class Request {
    final byte[] file;
    final String words;

    Request(byte[] file, String words) {
      this.file = file;
      this.words = words;
    }
  }

  private static void announce(DataOutputStream out) {
    try {
      out.writeInt(RECOGNIZING);
      out.flush();
    } catch (IOException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  private static void work(
      SynchronousQueue<Request> requests, Answering answering, DataOutputStream out) {
    try {
      while (true) {
        var request = requests.take();
        var answer = answering.answer(request.file, request.words);
        out.writeInt(MAGIC);
        out.writeInt(answer.length);
        out.write(answer);
        out.flush();
      }
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(1);
    } catch (Error e) {
      // A stack too deep, or a class that is missing: else nobody would answer until the limit.
      Runtime.getRuntime().halt(3);
    }
  }
}
