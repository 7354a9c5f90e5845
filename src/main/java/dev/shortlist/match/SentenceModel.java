package dev.shortlist.match;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.net.URL;
import java.nio.LongBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The language model inside: bge-small-en-v1.5 in 8 bits, run by ONNX Runtime in this process.
///
/// It turns a short phrase into a vector of length 1 with 384 numbers; phrases of like meaning have
/// a high cosine. Safe for many threads.
///
/// Phrases are run one at a time and never padded: the model scales its 8-bit numbers by what is in
/// the batch, so the same phrase would get other numbers in other company.
final class SentenceModel implements AutoCloseable {
  static final String NAME = "bge-small-en-v1.5-q";

  private final WordPiece pieces;
  private final OrtEnvironment environment;
  private final OrtSession session;
  // Closed while it runs, the native library would end the whole program.
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  /// @throws IllegalStateException if ONNX Runtime has no native library for this platform, or it
  ///   cannot be loaded
  SentenceModel(WordPiece pieces) {
    this.pieces = pieces;
    try {
      environment = OrtEnvironment.getEnvironment();
      session = session(environment);
    } catch (OrtException | UnsatisfiedLinkError | NoClassDefFoundError e) {
      throw new IllegalStateException(
          "the language model %s cannot run on %s %s: ONNX Runtime needs 64-bit Linux with glibc, macOS or Windows, and loads its library from %s, which must not be mounted noexec"
              .formatted(
                  NAME,
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  /// The vocabulary the model was learned with.
  static WordPiece vocabulary() {
    return WordPiece.read(resource("/" + NAME + "-tokenizer.json"));
  }

  /// The vector of `phrase`, whose word pieces beyond `longest` are not read.
  ///
  /// @throws IllegalStateException if the model is closed
  Vector embed(String phrase, int longest) {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the language model %s is closed".formatted(NAME));
      }
      return run(phrase, longest);
    } finally {
      use.readLock().unlock();
    }
  }

  private Vector run(String phrase, int longest) {
    long[] ids = pieces.ids(phrase, longest);
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (var input = tensor(ids);
        var mask = tensor(ones);
        var segment = tensor(new long[ids.length]);
        var answer =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", segment))) {
      return normalized(((float[][][]) answer.get(0).getValue())[0][0]);
    } catch (OrtException e) {
      throw new IllegalStateException("the language model %s failed".formatted(NAME), e);
    }
  }

  /// Waits for phrases that are being run.
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the language model %s cannot be closed".formatted(NAME), e);
    } finally {
      use.writeLock().unlock();
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  // One thread: sums are then always made in the same order.
  private static OrtSession.SessionOptions options() throws OrtException {
    var options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.setDeterministicCompute(true);
    // What a phrase needs is given back after it, not kept for a longer one.
    options.setCPUArenaAllocator(false);
    return options;
  }

  private static Vector normalized(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return Vector.of(vector);
  }

  /// Outside of the heap, which would grow for a model that is copied at once and then forgotten.
  private static OrtSession session(OrtEnvironment environment) throws OrtException {
    var address = address("/" + NAME + ".onnx");
    try (var options = options();
        var memory = Arena.ofConfined()) {
      var connection = address.openConnection();
      try (var model = Channels.newChannel(connection.getInputStream())) {
        var bytes = memory.allocate(connection.getContentLengthLong()).asByteBuffer();
        while (bytes.hasRemaining() && model.read(bytes) >= 0) {
          // A channel gives what it has.
        }
        return environment.createSession(bytes.flip(), options);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String path) {
    try {
      return address(path).openStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL address(String path) {
    var found = SentenceModel.class.getResource(path);
    if (found == null) {
      throw new IllegalStateException("%s is missing from the class path".formatted(path));
    }
    return found;
  }
}
