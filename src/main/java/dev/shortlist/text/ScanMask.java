package dev.shortlist.text;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws of a page's picture what may be seen while it is hidden whose page it is: on blank paper,
/// the pieces of the picture where words stand that were read and tell nothing.
///
/// Everything else is left out: words that tell, and every picture, signature, stamp and word that
/// was not read. Where the place of a word within its line cannot be told for certain, the whole
/// line is left out if one of its words must be.
final class ScanMask {
  static final Color COVER = new Color(0x3a, 0x40, 0x46);

  /// Stands for what was not read.
  static final Color LEFT_OUT = new Color(0xe4, 0xe6, 0xe8);

  private static final int CELL = 8;
  private static final int LEAST_INK = CELL * CELL / 16;
  private static final int LEAST_CELLS = 6;

  /// A box that is hardly filled, such as a frame, would grey out a page.
  private static final double LEAST_FILLED = 0.35;

  private static final int CONTRAST = 50;
  private static final int MARGIN = 2;

  private final BufferedImage page;
  private final float scale;
  private final List<ScannedLine> lines;
  private final int paper;

  /// @param scale pixels a point
  ScanMask(BufferedImage page, float scale, List<ScannedLine> lines) {
    this.page = page;
    this.scale = scale;
    this.lines = lines;
    this.paper = paper();
  }

  BufferedImage masked() {
    var masked = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
    var pen = masked.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, masked.getWidth(), masked.getHeight());
    pen.setColor(LEFT_OUT);
    leftOut().forEach(area -> area.fill(pen));
    var covers = new ArrayList<Area>();
    boolean upright = isUpright();
    for (int i = 0; i < lines.size(); i++) {
      draw(i, upright, pen, covers);
    }
    pen.setColor(COVER);
    covers.forEach(area -> area.fill(pen));
    pen.dispose();
    return masked;
  }

  /// In pixels.
  private record Area(int x, int y, int width, int height) {
    void fill(Graphics2D pen) {
      pen.fillRect(x, y, width, height);
    }
  }

  private void draw(int index, boolean upright, Graphics2D pen, List<Area> covers) {
    var line = lines.get(index);
    var area = area(line.box());
    boolean doubt = index > 0 && lines.get(index - 1).endsHidden();
    if (!line.hasHidden() && !doubt) {
      show(area, pen);
      return;
    }
    var places =
        upright && isAcross(line)
            ? WordPlaces.find(line.words(), area.width, x -> isInked(area, x), height(line, area))
            : Optional.<List<WordPlaces.Piece>>empty();
    if (places.isEmpty()) {
      covers.add(area);
      return;
    }
    for (int i = 0; i < line.words().size(); i++) {
      var piece = places.get().get(i);
      var place =
          new Area(
              area.x + piece.start() - MARGIN, area.y, piece.width() + 2 * MARGIN, area.height);
      if (line.words().get(i).hidden()) {
        covers.add(place);
      } else {
        show(place, pen);
      }
    }
  }

  private double height(ScannedLine line, Area area) {
    return line.size() > 0 ? Math.min(line.size() * scale, area.height) : area.height;
  }

  /// The words stand beside each other, from the left.
  private static boolean isAcross(ScannedLine line) {
    boolean wide = line.words().size() < 2 || line.box().width() > line.box().height() * 1.5;
    return wide && line.words().stream().allMatch(word -> isFromLeft(word.text()));
  }

  private static boolean isFromLeft(String word) {
    return word.codePoints().noneMatch(letter -> RightToLeft.is(Character.toString(letter)));
  }

  /// On a page put in upside down the first lines stand below the others, and first words on the
  /// right.
  private boolean isUpright() {
    int down = 0;
    for (int i = 1; i < lines.size(); i++) {
      down += lines.get(i).box().y() >= lines.get(i - 1).box().y() ? 1 : -1;
    }
    return down >= 0;
  }

  private void show(Area area, Graphics2D pen) {
    int left = Math.max(0, area.x);
    int top = Math.max(0, area.y);
    int width = Math.min(page.getWidth(), area.x + area.width) - left;
    int height = Math.min(page.getHeight(), area.y + area.height) - top;
    if (width > 0 && height > 0) {
      pen.drawImage(page.getSubimage(left, top, width, height), left, top, null);
    }
  }

  private Area area(Box box) {
    int x = (int) Math.floor(box.x() * scale) - MARGIN;
    int y = (int) Math.floor(box.y() * scale) - MARGIN;
    return new Area(
        x,
        y,
        (int) Math.ceil((box.x() + box.width()) * scale) + MARGIN - x,
        (int) Math.ceil((box.y() + box.height()) * scale) + MARGIN - y);
  }

  private boolean isInked(Area area, int column) {
    int x = area.x + column;
    for (int y = area.y; y < area.y + area.height; y++) {
      if (isInk(x, y)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInk(int x, int y) {
    return x >= 0
        && y >= 0
        && x < page.getWidth()
        && y < page.getHeight()
        && Math.abs(paper - light(page.getRGB(x, y))) > CONTRAST;
  }

  private static int light(int rgb) {
    return ((rgb >> 16 & 0xff) * 3 + (rgb >> 8 & 0xff) * 6 + (rgb & 0xff)) / 10;
  }

  /// How light most of the page is.
  private int paper() {
    var counts = new int[256];
    for (int y = 0; y < page.getHeight(); y += 3) {
      for (int x = 0; x < page.getWidth(); x += 3) {
        counts[light(page.getRGB(x, y))]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return most;
  }

  /// The boxes round what was not read: no shape of it stays.
  private List<Area> leftOut() {
    int columns = page.getWidth() / CELL;
    int rows = page.getHeight() / CELL;
    var unread = new boolean[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        unread[row][column] = isUnread(column * CELL, row * CELL);
      }
    }
    lines.forEach(line -> clear(area(line.box()), unread));
    var areas = new ArrayList<Area>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (unread[row][column]) {
          addBox(unread, row, column, areas);
        }
      }
    }
    return areas;
  }

  private boolean isUnread(int left, int top) {
    int ink = 0;
    for (int y = top; y < top + CELL; y++) {
      for (int x = left; x < left + CELL; x++) {
        ink += isInk(x, y) ? 1 : 0;
      }
    }
    return ink >= LEAST_INK;
  }

  private static void clear(Area area, boolean[][] cells) {
    int last = Math.min(cells.length - 1, (area.y + area.height) / CELL);
    for (int row = Math.max(0, area.y / CELL); row <= last; row++) {
      int end = Math.min(cells[row].length - 1, (area.x + area.width) / CELL);
      for (int column = Math.max(0, area.x / CELL); column <= end; column++) {
        cells[row][column] = false;
      }
    }
  }

  /// Takes the cells that hang together with this one.
  private static void addBox(boolean[][] cells, int row, int column, List<Area> areas) {
    int top = row;
    int bottom = row;
    int left = column;
    int right = column;
    int count = 0;
    var open = new ArrayDeque<int[]>();
    cells[row][column] = false;
    open.add(new int[] {row, column});
    while (!open.isEmpty()) {
      var at = open.remove();
      count++;
      top = Math.min(top, at[0]);
      bottom = Math.max(bottom, at[0]);
      left = Math.min(left, at[1]);
      right = Math.max(right, at[1]);
      for (int y = Math.max(0, at[0] - 2); y <= Math.min(cells.length - 1, at[0] + 2); y++) {
        for (int x = Math.max(0, at[1] - 2); x <= Math.min(cells[y].length - 1, at[1] + 2); x++) {
          if (cells[y][x]) {
            cells[y][x] = false;
            open.add(new int[] {y, x});
          }
        }
      }
    }
    int across = right - left + 1;
    int down = bottom - top + 1;
    if (count >= LEAST_CELLS && count >= LEAST_FILLED * across * down) {
      areas.add(new Area(left * CELL, top * CELL, across * CELL, down * CELL));
    }
  }
}
