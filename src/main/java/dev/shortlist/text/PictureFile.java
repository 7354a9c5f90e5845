package dev.shortlist.text;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// A file that is a picture, or several: PNG, JPEG or TIFF. A photograph stands the way up its
/// camera was held.
final class PictureFile implements AutoCloseable {
  static {
    // Pictures are unpacked in memory: a killed child would leave its temporary files.
    ImageIO.setUseCache(false);
  }

  private static final Set<String> FORMATS = Set.of("png", "jpeg", "tif", "tiff");

  private static final int UPRIGHT = 1;

  /// Where right and down of the stored picture point, as cameras number how they were held.
  private static final int[][] HELD = {
    {1, 0, 0, 1}, {-1, 0, 0, 1}, {-1, 0, 0, -1}, {1, 0, 0, -1},
    {0, 1, 1, 0}, {0, 1, -1, 0}, {0, -1, -1, 0}, {0, -1, 1, 0}
  };

  private final ImageInputStream in;
  private final ImageReader reader;
  private final int held;

  private PictureFile(ImageInputStream in, ImageReader reader, int held) {
    this.in = in;
    this.reader = reader;
    this.held = held;
  }

  /// Nothing when `bytes` are no such file.
  static Optional<PictureFile> open(byte[] bytes) throws IOException {
    var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes));
    for (var readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
      var reader = readers.next();
      var format = reader.getFormatName().toLowerCase(Locale.ROOT);
      if (FORMATS.contains(format)) {
        reader.setInput(in);
        return Optional.of(
            new PictureFile(in, reader, format.equals("jpeg") ? held(bytes) : UPRIGHT));
      }
    }
    in.close();
    return Optional.empty();
  }

  int pages() throws IOException {
    return reader.getNumImages(true);
  }

  /// In pixels.
  int width(int index) throws IOException {
    return isOnItsSide() ? reader.getHeight(index) : reader.getWidth(index);
  }

  /// In pixels.
  int height(int index) throws IOException {
    return isOnItsSide() ? reader.getWidth(index) : reader.getHeight(index);
  }

  /// @param index from 0
  /// @param step how far apart the pixels are that are taken
  BufferedImage page(int index, int step) throws IOException {
    var wanted = reader.getDefaultReadParam();
    wanted.setSourceSubsampling(step, step, 0, 0);
    return upright(reader.read(index, wanted));
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }

  private boolean isOnItsSide() {
    return HELD[held - 1][0] == 0;
  }

  private BufferedImage upright(BufferedImage stored) {
    if (held == UPRIGHT) {
      return stored;
    }
    int width = stored.getWidth();
    int height = stored.getHeight();
    var upright =
        new BufferedImage(
            isOnItsSide() ? height : width,
            isOnItsSide() ? width : height,
            BufferedImage.TYPE_INT_RGB);
    var pen = upright.createGraphics();
    var axes = HELD[held - 1];
    // What points to the left or up begins at the other end.
    int left = (axes[0] < 0 ? width : 0) + (axes[2] < 0 ? height : 0);
    int top = (axes[1] < 0 ? width : 0) + (axes[3] < 0 ? height : 0);
    pen.drawImage(stored, new AffineTransform(axes[0], axes[1], axes[2], axes[3], left, top), null);
    pen.dispose();
    return upright;
  }

  /// A camera's notes that cannot be read say nothing.
  private static int held(byte[] jpeg) throws IOException {
    try {
      var segments =
          JpegSegmentReader.readSegments(
              new SequentialByteArrayReader(jpeg), List.of(JpegSegmentType.APP1));
      var notes = new Metadata();
      new ExifReader()
          .readJpegSegments(
              segments.getSegments(JpegSegmentType.APP1), notes, JpegSegmentType.APP1);
      var first = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
      var number = first == null ? null : first.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      return number == null || number < 1 || number > HELD.length ? UPRIGHT : number;
    } catch (JpegProcessingException e) {
      return UPRIGHT;
    }
  }
}
