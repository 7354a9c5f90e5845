package dev.shortlist.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an [Extraction] crosses the pipe from a child: plain fields, no class names, nothing a
/// hostile child could make the parent load.
final class Wire {
  /// How a PNG begins.
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Wire() {}

  static byte[] toBytes(Extraction extraction) throws IOException {
    var bytes = new ByteArrayOutputStream(1 << 16);
    var out = new DataOutputStream(bytes);
    switch (extraction) {
      case Extraction.Unreadable(var reason, var detail) -> {
        out.writeByte(0);
        write(out, reason.name());
        write(out, detail);
      }
      case Extraction.Text text -> {
        out.writeByte(1);
        write(out, text);
      }
    }
    return bytes.toByteArray();
  }

  /// @throws IOException if the bytes are not those of an extraction
  static Extraction toExtraction(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() == 0) {
        return new Extraction.Unreadable(one(Reason.class, in), text(in));
      }
      return readText(in);
    }
  }

  static byte[] toBytes(Painting painting) throws IOException {
    var bytes = new ByteArrayOutputStream(1 << 18);
    var out = new DataOutputStream(bytes);
    switch (painting) {
      case Painting.None() -> out.writeByte(0);
      case Painting.Picture(var png, var sizes) -> {
        out.writeByte(1);
        out.writeInt(sizes.size());
        for (var size : sizes) {
          out.writeFloat(size.width());
          out.writeFloat(size.height());
        }
        out.writeInt(png.length());
        out.write(png.bytes());
      }
    }
    return bytes.toByteArray();
  }

  /// @throws IOException if the bytes are not those of a painting
  static Painting toPainting(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() == 0) {
        return new Painting.None();
      }
      var sizes = new ArrayList<Painting.Size>();
      for (int left = count(in); left > 0; left--) {
        sizes.add(new Painting.Size(in.readFloat(), in.readFloat()));
      }
      var png = in.readNBytes(count(in));
      if (png.length < PNG.length || !Arrays.equals(png, 0, PNG.length, PNG, 0, PNG.length)) {
        throw new IOException("a picture of another kind came over the pipe");
      }
      return new Painting.Picture(new Painting.Png(png), sizes);
    }
  }

  private static void write(DataOutputStream out, Extraction.Text text) throws IOException {
    write(out, text.type().name());
    out.writeInt(text.pages());
    out.writeLong(text.dated() == null ? Long.MIN_VALUE : text.dated().toEpochDay());
    out.writeInt(text.text().lines().size());
    for (var line : text.text().lines()) {
      write(out, line.text());
      out.writeInt(line.page());
      out.writeInt(line.block());
      write(out, line.box());
      out.writeFloat(line.size());
      out.writeBoolean(line.bold());
    }
    out.writeInt(text.links().size());
    for (var link : text.links()) {
      write(out, link.uri());
      out.writeInt(link.page());
      write(out, link.box());
    }
    out.writeInt(text.notices().size());
    for (var notice : text.notices()) {
      write(out, notice.kind().name());
      write(out, notice.detail());
      out.writeInt(notice.page());
    }
  }

  private static Extraction.Text readText(DataInputStream in) throws IOException {
    var type = one(FileType.class, in);
    int pages = in.readInt();
    long day = in.readLong();
    var lines = new ArrayList<Line>();
    for (int left = count(in); left > 0; left--) {
      lines.add(
          new Line(
              text(in), in.readInt(), in.readInt(), box(in), in.readFloat(), in.readBoolean()));
    }
    var links = new ArrayList<Link>();
    for (int left = count(in); left > 0; left--) {
      links.add(new Link(text(in), in.readInt(), box(in)));
    }
    List<Notice> notices = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      notices.add(new Notice(one(Notice.Kind.class, in), text(in), in.readInt()));
    }
    var dated = day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    return new Extraction.Text(type, pages, new VisibleText(lines), links, dated, notices);
  }

  static void write(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(count(in)), StandardCharsets.UTF_8);
  }

  private static void write(DataOutputStream out, @Nullable Box box) throws IOException {
    out.writeBoolean(box != null);
    if (box != null) {
      out.writeFloat(box.x());
      out.writeFloat(box.y());
      out.writeFloat(box.width());
      out.writeFloat(box.height());
    }
  }

  private static @Nullable Box box(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new Box(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat())
        : null;
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0) {
      throw new IOException("a negative count came over the pipe");
    }
    return count;
  }

  private static <T extends Enum<T>> T one(Class<T> type, DataInputStream in) throws IOException {
    try {
      return Enum.valueOf(type, text(in));
    } catch (IllegalArgumentException e) {
      throw new IOException("an unknown value came over the pipe", e);
    }
  }
}
