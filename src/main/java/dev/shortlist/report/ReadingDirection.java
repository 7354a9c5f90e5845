package dev.shortlist.report;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.IntStream;

/// Lays out Arabic, Hebrew and the like from right to left, by the Unicode bidirectional algorithm.
final class ReadingDirection implements BidiSplitter {
  private static final String BRACKETS = "()[]{}<>«»‹›";

  private Bidi paragraph = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);
  private Integer[] order = {};

  @Override
  public void setParagraph(String text, byte direction) {
    paragraph =
        new Bidi(
            text,
            switch (direction) {
              case LTR -> Bidi.DIRECTION_LEFT_TO_RIGHT;
              case RTL -> Bidi.DIRECTION_RIGHT_TO_LEFT;
              default -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
            });
    var levels = new byte[paragraph.getRunCount()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) paragraph.getRunLevel(i);
    }
    order = IntStream.range(0, levels.length).boxed().toArray(Integer[]::new);
    if (order.length > 0) {
      Bidi.reorderVisually(levels, 0, order, 0, order.length);
    }
  }

  @Override
  public int countTextRuns() {
    return order.length;
  }

  @Override
  public BidiTextRun getVisualRun(int index) {
    int run = order[index];
    int start = paragraph.getRunStart(run);
    return new BidiTextRun(
        start, paragraph.getRunLimit(run) - start, paragraph.getRunLevel(run) % 2 == 1 ? RTL : LTR);
  }

  @Override
  public byte getBaseDirection(String text) {
    for (int letter : text.codePoints().toArray()) {
      switch (Character.getDirectionality(letter)) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return LTR;
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return RTL;
        }
        default -> {
          // A blank or a mark takes the direction of what stands beside it.
        }
      }
    }
    return NEUTRAL;
  }

  /// Letters joined, and drawn from the left.
  static final class Drawing implements BidiReorderer {
    @Override
    public String reorderRTLTextToLTR(String text) {
      var drawn = new StringBuilder();
      var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
      letters.setText(text);
      int end = letters.last();
      for (int at = letters.previous(); at != BreakIterator.DONE; at = letters.previous()) {
        drawn.append(mirrored(text.substring(at, end)));
        end = at;
      }
      return drawn.toString();
    }

    @Override
    public String shapeText(String text) {
      return ArabicShapes.joined(text);
    }

    @Override
    public String deshapeText(String text) {
      return text;
    }

    @Override
    public boolean isLiveImplementation() {
      return true;
    }

    private static String mirrored(String letter) {
      int at = BRACKETS.indexOf(letter);
      return at < 0 ? letter : BRACKETS.substring(at ^ 1, (at ^ 1) + 1);
    }
  }
}
