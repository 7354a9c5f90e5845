package dev.shortlist.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What a person reading the CV can see, in reading order.
///
/// The [#text()] is its lines joined by line breaks, so every character belongs to one [Line] and
/// every passage can be shown on its page.
public final class VisibleText {
  private final List<Line> lines;
  private final int[] starts;
  private final String text;

  @JsonCreator
  public VisibleText(List<Line> lines) {
    this.lines = List.copyOf(lines);
    this.starts = new int[lines.size()];
    var joined = new StringBuilder();
    for (int i = 0; i < starts.length; i++) {
      starts[i] = joined.length();
      joined.append(lines.get(i).text()).append('\n');
    }
    this.text = joined.toString();
  }

  /// Text that comes without a file, such as a pasted one: each line of `plain` is a line, or
  /// several where it was flattened, made readable as those of a file are, and a blank line starts
  /// a new block.
  public static VisibleText of(String plain) {
    var lines = new ArrayList<Line>();
    int block = 1;
    for (String line : plain.lines().flatMap(VisibleText::clean).toList()) {
      if (line.isEmpty()) {
        block++;
      } else {
        lines.add(new Line(line, 1, block, null, 0, false));
      }
    }
    return new VisibleText(lines);
  }

  private static Stream<String> clean(String line) {
    return Flattened.lines(line).stream()
        .map(part -> CleanText.of(PlainReader.columns(part)).text());
  }

  @JsonValue
  public List<Line> lines() {
    return lines;
  }

  /// All lines, each followed by a line break.
  public String text() {
    return text;
  }

  /// Index in [#text()] of the first character of line `index`.
  public int startOf(int index) {
    return starts[index];
  }

  /// Index of the line that holds the character at `offset` of [#text()].
  public int lineAt(int offset) {
    Objects.checkIndex(offset, text.length());
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// The characters from `start` up to `end` with their place.
  ///
  /// @throws IndexOutOfBoundsException if they are not within [#text()]
  public Passage passage(int start, int end) {
    Objects.checkFromToIndex(start, end, text.length());
    int first = lineAt(Math.min(start, Math.max(text.length() - 1, 0)));
    int last = lineAt(Math.max(end - 1, start));
    var boxes = new ArrayList<Box>();
    for (int i = first; i <= last; i++) {
      var box = lines.get(i).box();
      if (box != null) {
        boxes.add(box);
      }
    }
    return new Passage(text.substring(start, end), start, lines.get(first).page(), boxes);
  }

  /// The whole line `index` as a passage.
  public Passage line(int index) {
    return passage(starts[index], starts[index] + lines.get(index).text().length());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VisibleText that && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }

  @Override
  public String toString() {
    return "VisibleText[%d lines]".formatted(lines.size());
  }
}
