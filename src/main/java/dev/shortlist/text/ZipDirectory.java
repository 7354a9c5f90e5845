package dev.shortlist.text;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table of contents at the end of a ZIP: what the archive says it holds, read before anything
/// is unpacked.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3 (ZIP64).
final class ZipDirectory {
  private static final Set<String> MARKS_OF_DOCUMENTS =
      Set.of("[Content_Types].xml", "mimetype", "Index/Document.iwa");

  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_SIZE = 22;
  private static final Charset CP437 = Charset.forName("IBM437");

  /// @param mode how a Unix system would make the file, 0 when the archive does not say
  record Entry(
      String name, int flags, int method, long crc, long packed, long size, long offset, int mode) {
    boolean encrypted() {
      return (flags & 1) != 0;
    }

    boolean folder() {
      return name.endsWith("/") && size == 0;
    }

    boolean link() {
      return (mode & 0xF000) == 0xA000;
    }
  }

  private final FileChannel file;
  private final List<Entry> entries = new ArrayList<>();

  /// @throws NotZip if there is no table of contents, or it does not fit the file
  /// @throws TooMany if there are more than `limit` entries
  ZipDirectory(FileChannel file, int limit) throws IOException {
    this.file = file;
    readEntries(limit);
  }

  List<Entry> entries() {
    return entries;
  }

  /// Whether this is an office document: DOCX, ODT and Pages are ZIPs, too.
  boolean isDocument() {
    return entries.stream().map(Entry::name).anyMatch(MARKS_OF_DOCUMENTS::contains);
  }

  /// Where the packed bytes of `entry` start.
  long dataStart(Entry entry) throws IOException {
    var header = read(entry.offset(), 30);
    if (header.getInt(0) != LOCAL) {
      throw new NotZip("an entry has no header");
    }
    int flags = header.getShort(6);
    if (((flags ^ entry.flags()) & 1) != 0) {
      throw new NotZip("an entry's header contradicts the table of contents");
    }
    return entry.offset() + 30 + unsigned(header, 26) + unsigned(header, 28);
  }

  /// Whether two entries share bytes: how 65 kB become 10 GB.
  boolean overlaps() throws IOException {
    var sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Entry::offset));
    long end = 0;
    for (var entry : sorted) {
      if (entry.offset() < end) {
        return true;
      }
      end = dataStart(entry) + entry.packed();
    }
    return end > file.size();
  }

  private void readEntries(int limit) throws IOException {
    long endAt = findEnd();
    var end = read(endAt, END_SIZE);
    long count = unsigned(end, 10);
    long size = end.getInt(12) & 0xFFFFFFFFL;
    long start = end.getInt(16) & 0xFFFFFFFFL;
    if (count == 0xFFFF || size == 0xFFFFFFFFL || start == 0xFFFFFFFFL) {
      var end64 = findEnd64(endAt);
      if (end64 != null) {
        count = end64.getLong(32);
        size = end64.getLong(40);
        start = end64.getLong(48);
      }
    }
    if (count > limit) {
      throw new TooMany(count);
    }
    if (start < 0 || size < 0 || size > 1L << 28 || start + size > endAt) {
      throw new NotZip("the table of contents does not fit the file");
    }
    var table = read(start, (int) size);
    while (table.remaining() >= 46 && table.getInt(table.position()) == CENTRAL) {
      entries.add(entry(table));
      if (entries.size() > limit) {
        throw new TooMany(entries.size());
      }
    }
    if (entries.size() < count) {
      throw new NotZip("the table of contents is incomplete");
    }
  }

  private long findEnd() throws IOException {
    long size = file.size();
    if (size < END_SIZE) {
      throw new NotZip("it has no table of contents");
    }
    int tail = (int) Math.min(size, END_SIZE + 0xFFFF);
    var bytes = read(size - tail, tail);
    for (int i = tail - END_SIZE; i >= 0; i--) {
      if (bytes.getInt(i) == END) {
        return size - tail + i;
      }
    }
    throw new NotZip("it has no table of contents");
  }

  private @Nullable ByteBuffer findEnd64(long endAt) throws IOException {
    if (endAt < 20) {
      return null;
    }
    var locator = read(endAt - 20, 20);
    if (locator.getInt(0) != LOCATOR_64) {
      return null;
    }
    var end = read(locator.getLong(8), 56);
    if (end.getInt(0) != END_64) {
      throw new NotZip("the table of contents does not fit the file");
    }
    return end;
  }

  private static Entry entry(ByteBuffer table) throws NotZip {
    int at = table.position();
    int flags = unsigned(table, at + 8);
    int nameLength = unsigned(table, at + 28);
    int extraLength = unsigned(table, at + 30);
    int length = 46 + nameLength + extraLength + unsigned(table, at + 32);
    if (table.remaining() < length) {
      throw new NotZip("the table of contents is incomplete");
    }
    var name = new byte[nameLength];
    table.get(at + 46, name);
    var wide =
        new long[] {
          table.getInt(at + 24) & 0xFFFFFFFFL,
          table.getInt(at + 20) & 0xFFFFFFFFL,
          table.getInt(at + 42) & 0xFFFFFFFFL
        };
    widen(table, at + 46 + nameLength, extraLength, wide);
    int mode = (table.getInt(at + 38) >>> 16) & 0xFFFF;
    boolean unix = (unsigned(table, at + 4) >>> 8) == 3;
    table.position(at + length);
    return new Entry(
        decode(name, flags),
        flags,
        unsigned(table, at + 10),
        table.getInt(at + 16) & 0xFFFFFFFFL,
        wide[1],
        wide[0],
        wide[2],
        unix ? mode : 0);
  }

  /// Replaces the sizes that did not fit 32 bits by those of the ZIP64 extra field.
  private static void widen(ByteBuffer table, int from, int length, long[] wide) {
    int at = from;
    while (at + 4 <= from + length) {
      int fieldEnd = at + 4 + unsigned(table, at + 2);
      if (unsigned(table, at) == 1) {
        int value = at + 4;
        for (int i = 0; i < wide.length && value + 8 <= Math.min(fieldEnd, from + length); i++) {
          if (wide[i] == 0xFFFFFFFFL) {
            wide[i] = table.getLong(value);
            value += 8;
          }
        }
        return;
      }
      at = fieldEnd;
    }
  }

  private static String decode(byte[] name, int flags) {
    if ((flags & 0x800) != 0) {
      return new String(name, StandardCharsets.UTF_8);
    }
    var utf8 = new String(name, StandardCharsets.UTF_8);
    return utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(name, CP437);
  }

  private ByteBuffer read(long position, int length) throws IOException {
    if (position < 0 || position + length > file.size()) {
      throw new NotZip("the table of contents points outside the file");
    }
    var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    long at = position;
    while (bytes.hasRemaining()) {
      int read = file.read(bytes, at);
      if (read < 0) {
        throw new EOFException("the file became shorter");
      }
      at += read;
    }
    return bytes.flip();
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  static final class NotZip extends IOException {
    private static final long serialVersionUID = 1;

    NotZip(String message) {
      super(message);
    }
  }

  static final class TooMany extends IOException {
    private static final long serialVersionUID = 1;

    TooMany(long count) {
      super(String.format(Locale.ROOT, "%,d files", count));
    }
  }
}
