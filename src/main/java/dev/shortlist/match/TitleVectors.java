package dev.shortlist.match;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Vectors of the titles in the taxonomy, made beforehand: seven thousand would take the model a
/// quarter of a minute at every start, and they are the titles most CVs use.
///
/// The file is only a memory. A title that is not in it is given to the model, so a taxonomy with
/// more titles works at once and starts a little slower until the file is written again.
final class TitleVectors {
  static final String FILE = "title-vectors.bin";

  private final Map<String, Vector> known;

  private TitleVectors(Map<String, Vector> known) {
    this.known = known;
  }

  /// The file in the program, read once.
  ///
  /// @throws IllegalStateException if it is missing or was made by another model
  static TitleVectors standard() {
    return Standard.VECTORS;
  }

  private static TitleVectors read() {
    try (var in = TitleVectors.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("%s is missing from the class path".formatted(FILE));
      }
      return new TitleVectors(read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  int size() {
    return known.size();
  }

  /// The vector of `title`, as the model would make it; null when the file does not know it.
  @Nullable Vector of(String title) {
    return known.get(title);
  }

  private static Map<String, Vector> read(InputStream in) throws IOException {
    var data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    var model = data.readUTF();
    if (!model.equals(SentenceModel.NAME)) {
      throw new IllegalStateException(
          "%s was made by %s and not by %s: write it again"
              .formatted(FILE, model, SentenceModel.NAME));
    }
    int size = data.readInt();
    var known = HashMap.<String, Vector>newHashMap(size);
    for (int i = 0; i < size; i++) {
      known.put(data.readUTF(), Vector.read(data));
    }
    return known;
  }

  static void write(Map<String, Vector> vectors, OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.writeUTF(SentenceModel.NAME);
    data.writeInt(vectors.size());
    for (var entry : vectors.entrySet()) {
      data.writeUTF(entry.getKey());
      entry.getValue().write(data);
    }
    data.flush();
  }

  /// Read when it is first asked for.
  private static final class Standard {
    static final TitleVectors VECTORS = read();
  }
}
