package dev.shortlist.text;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Tells archives by their first bytes, and unpacks one file of a ZIP.
final class Archives {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int CHUNK = 1 << 16;
  private static final List<byte[]> OTHERS =
      List.of(
          "Rar!".getBytes(StandardCharsets.ISO_8859_1),
          "7z\u00bc\u00af".getBytes(StandardCharsets.ISO_8859_1),
          "\u001f\u008b".getBytes(StandardCharsets.ISO_8859_1),
          "BZh".getBytes(StandardCharsets.ISO_8859_1),
          "\u00fd7zXZ".getBytes(StandardCharsets.ISO_8859_1));

  private Archives() {}

  static boolean isZip(byte[] start) {
    return start.length > 3
        && start[0] == 'P'
        && start[1] == 'K'
        && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
  }

  /// Whether the file is a RAR, 7z, gzip, bzip2, xz or tar archive.
  static boolean isOther(byte[] start) {
    return OTHERS.stream().anyMatch(magic -> startsWith(start, magic, 0))
        || startsWith(start, "ustar".getBytes(StandardCharsets.ISO_8859_1), 257);
  }

  static boolean canUnpack(ZipDirectory.Entry entry) {
    return entry.method() == DEFLATED || entry.method() == STORED;
  }

  /// Writes the bytes of `entry` to `target`; stops as soon as they are more than the table of
  /// contents says.
  static void unpack(FileChannel archive, long start, ZipDirectory.Entry entry, Path target)
      throws IOException {
    var crc = new CRC32();
    long written;
    // Cut at the end and not at the start: file systems write a file that was emptied to the disk
    // at
    // once, and this one is written over for every entry.
    try (var file = FileChannel.open(target, CREATE, WRITE)) {
      var out = Channels.newOutputStream(file);
      written =
          entry.method() == STORED
              ? copy(archive, start, entry, crc, out)
              : inflate(archive, start, entry, crc, out);
      file.truncate(written);
    }
    if (written != entry.size() || crc.getValue() != entry.crc()) {
      throw new Broken("its bytes are not those that were packed");
    }
  }

  private static long copy(
      FileChannel archive, long start, ZipDirectory.Entry entry, CRC32 crc, OutputStream out)
      throws IOException {
    if (entry.packed() != entry.size()) {
      throw new Broken("its size contradicts itself");
    }
    var chunk = ByteBuffer.allocate(CHUNK);
    long at = 0;
    while (at < entry.packed()) {
      int read = read(archive, start + at, entry.packed() - at, chunk);
      crc.update(chunk.array(), 0, read);
      out.write(chunk.array(), 0, read);
      at += read;
    }
    return at;
  }

  private static long inflate(
      FileChannel archive, long start, ZipDirectory.Entry entry, CRC32 crc, OutputStream out)
      throws IOException {
    var packed = ByteBuffer.allocate(CHUNK);
    var chunk = new byte[CHUNK];
    long at = 0;
    long written = 0;
    var inflater = new Inflater(true);
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int read = read(archive, start + at, entry.packed() - at, packed);
          inflater.setInput(packed.array(), 0, read);
          at += read;
        }
        int inflated = inflater.inflate(chunk);
        written += inflated;
        if (written > entry.size()) {
          throw new Broken("it unpacks to more than the archive says");
        }
        crc.update(chunk, 0, inflated);
        out.write(chunk, 0, inflated);
      }
    } catch (DataFormatException e) {
      throw new Broken("its packed bytes are damaged");
    } finally {
      inflater.end();
    }
    return written;
  }

  private static int read(FileChannel archive, long position, long left, ByteBuffer chunk)
      throws IOException {
    chunk.clear().limit((int) Math.min(CHUNK, left));
    int read = left <= 0 ? -1 : archive.read(chunk, position);
    if (read <= 0) {
      throw new Broken("it ends too early");
    }
    return read;
  }

  private static boolean startsWith(byte[] bytes, byte[] magic, int at) {
    if (bytes.length < at + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes[at + i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  static final class Broken extends IOException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
      super(message);
    }

    /// Says what is wrong; unlike that of its ancestors never null.
    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
