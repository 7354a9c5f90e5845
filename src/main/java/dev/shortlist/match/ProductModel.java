package dev.shortlist.match;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.SegmentAllocator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A row of bytes times a matrix of bytes as a model for ONNX Runtime, written in its format
/// (`onnx.proto3`): one operation, `MatMulInteger`, and the matrix.
///
/// Both sides are without sign, their zero at 128: with signs, processors without instructions for
/// it cut sums off at 16 bits.
final class ProductModel {
  static final String ROW = "row";

  private static final int ZERO = 128;
  private static final int UINT8 = 2;
  private static final int INT32 = 6;

  // Numbers of fields; `onnx.proto3`.
  private static final int FIRST = 1;
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_TENSOR = 5;
  private static final int TENSOR_BYTES = 9;

  private ProductModel() {}

  /// A number from -128 to 127 as the model takes it.
  static byte unsigned(byte number) {
    return (byte) (number + ZERO);
  }

  /// @param matrix row by row, each number [#unsigned]
  static ByteBuffer of(byte[] matrix, int rows, int columns, SegmentAllocator memory) {
    // The matrix is the last field of all that it is in, so that it is copied once.
    var tensor = tensor("matrix", rows, columns).opening(TENSOR_BYTES, matrix.length);
    var graph = graph(rows, columns).opening(GRAPH_TENSOR, tensor.size() + matrix.length);
    var model =
        new Message()
            .number(FIRST, 8)
            .message(8, new Message().number(2, 13))
            .opening(MODEL_GRAPH, graph.size() + tensor.size() + matrix.length);
    return memory
        .allocate((long) model.size() + graph.size() + tensor.size() + matrix.length)
        .asByteBuffer()
        .put(model.bytes())
        .put(graph.bytes())
        .put(tensor.bytes())
        .put(matrix)
        .flip();
  }

  private static Message graph(int rows, int columns) {
    var product =
        new Message()
            .text(FIRST, ROW)
            .text(FIRST, "matrix")
            .text(FIRST, "zero")
            .text(FIRST, "zero")
            .text(2, "sums")
            .text(4, "MatMulInteger");
    var zero = tensor("zero").opening(TENSOR_BYTES, 1).add(ZERO);
    return new Message()
        .message(FIRST, product)
        .text(2, "product")
        .message(GRAPH_TENSOR, zero)
        .message(11, value(ROW, UINT8, rows))
        .message(12, value("sums", INT32, columns));
  }

  private static Message tensor(String name, int... sizes) {
    var tensor = new Message();
    for (int size : sizes) {
      tensor.number(FIRST, size);
    }
    return tensor.number(2, UINT8).text(8, name);
  }

  /// One row that goes in or out.
  private static Message value(String name, int type, int size) {
    var shape = new Message();
    for (int length : new int[] {1, size}) {
      shape.message(FIRST, new Message().number(FIRST, length));
    }
    var tensor = new Message().number(FIRST, type).message(2, shape);
    return new Message().text(FIRST, name).message(2, new Message().message(FIRST, tensor));
  }

  /// A message of Protocol Buffers, field by field.
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      return varint((long) field << 3).varint(value);
    }

    Message text(int field, String text) {
      return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message message) {
      return bytes(field, message.bytes());
    }

    /// Begins a field whose bytes follow.
    Message opening(int field, int length) {
      return varint((long) field << 3 | 2).varint(length);
    }

    Message add(int one) {
      out.write(one);
      return this;
    }

    int size() {
      return out.size();
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private Message bytes(int field, byte[] bytes) {
      var opened = opening(field, bytes.length);
      opened.out.writeBytes(bytes);
      return opened;
    }

    private Message varint(long value) {
      long left = value;
      while (left >= 0x80) {
        out.write((int) ((left & 0x7f) | 0x80));
        left >>>= 7;
      }
      out.write((int) left);
      return this;
    }
  }
}
