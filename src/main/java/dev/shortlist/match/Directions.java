package dev.shortlist.match;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// Many directions at once against one: thousands of cosines in a tenth of a millisecond, as ONNX
/// Runtime multiplies bytes with what the processor has for it.
///
/// Sums of products of bytes are whole numbers: the same on any processor and in any order. Safe
/// for many threads.
final class Directions implements AutoCloseable {
  private final int count;
  private final int size;
  private final byte[] columns;
  private final double[] lengths;
  // Closed while it runs, the native library would end the whole program.
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private @Nullable OrtSession session;

  /// @param directions of as many numbers each
  Directions(List<byte[]> directions) {
    count = directions.size();
    size = count == 0 ? 0 : directions.getFirst().length;
    columns = new byte[size * count];
    for (int i = 0; i < count; i++) {
      var direction = directions.get(i);
      for (int k = 0; k < size; k++) {
        columns[k * count + i] = ProductModel.unsigned(direction[k]);
      }
    }
    lengths = directions.stream().mapToDouble(Directions::length).toArray();
  }

  /// The cosine of each direction with `asked`.
  double[] cosines(byte[] asked) {
    if (count == 0) {
      return new double[0];
    }
    var sums = products(asked);
    double length = length(asked);
    var cosines = new double[count];
    for (int i = 0; i < count; i++) {
      cosines[i] = sums[i] / (lengths[i] * length);
    }
    return cosines;
  }

  /// Gives back the memory outside of the heap, when nobody uses it; it is taken again when it is
  /// needed.
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      var open = session;
      session = null;
      if (open != null) {
        open.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the directions of titles cannot be closed", e);
    } finally {
      use.writeLock().unlock();
    }
  }

  private int[] products(byte[] asked) {
    use.readLock().lock();
    try {
      return run(asked);
    } finally {
      use.readLock().unlock();
    }
  }

  private int[] run(byte[] asked) {
    var numbers = new byte[size];
    for (int k = 0; k < size; k++) {
      numbers[k] = ProductModel.unsigned(asked[k]);
    }
    try (var row =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(),
                ByteBuffer.wrap(numbers),
                new long[] {1, size},
                OnnxJavaType.UINT8);
        var answer = session().run(Map.of(ProductModel.ROW, row))) {
      return whole(answer.get(0));
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot compare directions", e);
    }
  }

  private static int[] whole(OnnxValue answer) throws OrtException {
    return ((int[][]) answer.getValue())[0];
  }

  private synchronized OrtSession session() throws OrtException {
    if (session == null) {
      try (var options = new OrtSession.SessionOptions();
          var memory = Arena.ofConfined()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setCPUArenaAllocator(false);
        session =
            OrtEnvironment.getEnvironment()
                .createSession(ProductModel.of(columns, size, count, memory), options);
      }
    }
    return session;
  }

  private static double length(byte[] direction) {
    int squares = 0;
    for (byte number : direction) {
      squares += number * number;
    }
    return Math.sqrt(squares);
  }
}
