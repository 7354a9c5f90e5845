package dev.shortlist.profile;

import dev.shortlist.text.Box;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Line;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/// A page of a CV, line by line, for tests in which the look of lines matters.
final class Page {
  private final List<Line> lines = new ArrayList<>();
  private float y = 40;
  private int block = 1;

  /// Adds a line under the others.
  Page line(float x, float size, boolean bold, String text) {
    y += size * 1.4f;
    return beside(x, size, bold, text);
  }

  /// Adds a line at the height of the last.
  Page beside(float x, float size, boolean bold, String text) {
    var box = new Box(x, y - size * 0.75f, text.length() * size * 0.5f, size * 0.75f);
    lines.add(new Line(text, 1, block, box, size, bold));
    return this;
  }

  Page heading(String text) {
    block++;
    return line(40, 13, true, text);
  }

  Page head(String text) {
    return line(40, 10, true, text);
  }

  Page plain(String text) {
    return line(40, 10, false, text);
  }

  Page indented(String text) {
    return line(54, 10, false, text);
  }

  Page dates(String text) {
    return beside(450, 10, false, text);
  }

  Extraction.Text read() {
    return new Extraction.Text(FileType.PDF, 1, new VisibleText(lines), List.of(), null, List.of());
  }
}
