package dev.shortlist.match;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Vectors by their phrases as bytes, to be kept over a restart: the model's name, how many, and
/// each with its phrase.
final class Meanings {
  private Meanings() {}

  static byte[] write(Map<String, Vector> vectors) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(SentenceModel.NAME);
      out.writeShort(vectors.size());
      for (var vector : vectors.entrySet()) {
        out.writeUTF(vector.getKey());
        vector.getValue().write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The vectors in `bytes`; absent if another model made them.
  static Optional<Map<String, Vector>> read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (!in.readUTF().equals(SentenceModel.NAME)) {
        return Optional.empty();
      }
      int count = in.readUnsignedShort();
      var vectors = new LinkedHashMap<String, Vector>();
      for (int i = 0; i < count; i++) {
        vectors.put(in.readUTF(), Vector.read(in));
      }
      return Optional.of(vectors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
