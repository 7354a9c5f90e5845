package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// What Tesseract says it read on a page, in its hOCR form.
///
/// @param lines in Tesseract's reading order
/// @param confidence mean certainty of all words by their letters, 0 to 100; 0 without words
record Hocr(List<RecognizedLine> lines, int confidence) {
  static final Hocr NOTHING = new Hocr(List.of(), 0);

  /// A line of a page.
  ///
  /// @param place in pixels
  /// @param size height of its letters in pixels
  /// @param paragraph counted from 0
  record RecognizedLine(String text, Box place, float size, int paragraph) {}

  private record Word(String text, int confidence) {
    int letters() {
      return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /// A speck of dust or an icon, taken for a letter.
    boolean isSpeck() {
      return letters() == 0 || (letters() <= 2 && confidence < 40);
    }
  }

  private static final Pattern PLACE = Pattern.compile("bbox (\\d+) (\\d+) (\\d+) (\\d+)");
  private static final Pattern SIZE = Pattern.compile("x_size ([0-9.]+)");
  private static final Pattern CERTAINTY = Pattern.compile("x_wconf (\\d+)");
  private static final int LEAST_OF_A_LINE = 30;

  Hocr {
    lines = List.copyOf(lines);
  }

  static Hocr of(String html) {
    var lines = new ArrayList<RecognizedLine>();
    long certain = 0;
    long letters = 0;
    int number = 0;
    for (var paragraph : Jsoup.parse(html).select(".ocr_par")) {
      for (var line : paragraph.children()) {
        var words = line.select(".ocrx_word").stream().map(Hocr::word).toList();
        int count = words.stream().mapToInt(Word::letters).sum();
        long sum =
            words.stream().mapToLong(word -> (long) word.confidence() * word.letters()).sum();
        certain += sum;
        letters += count;
        if (count > 0 && sum / count >= LEAST_OF_A_LINE) {
          lines.add(line(line, words, number));
        }
      }
      number++;
    }
    return new Hocr(lines, letters == 0 ? 0 : (int) (certain / letters));
  }

  private static RecognizedLine line(Element line, List<Word> words, int paragraph) {
    var text = new StringBuilder();
    boolean reading = false;
    for (var word : words) {
      // Bars and specks stand before a line far more often than a sign that means something.
      if (reading || !word.isSpeck()) {
        text.append(reading ? " " : "").append(word.text());
        reading = true;
      }
    }
    var place = numbers(PLACE, line);
    var size = SIZE.matcher(line.attr("title"));
    var box = new Box(place[0], place[1], place[2] - place[0], place[3] - place[1]);
    return new RecognizedLine(
        text.toString(), box, size.find() ? Float.parseFloat(size.group(1)) : 0, paragraph);
  }

  private static Word word(Element word) {
    var certainty = CERTAINTY.matcher(word.attr("title"));
    return new Word(
        word.text().strip(), certainty.find() ? Integer.parseInt(certainty.group(1)) : 0);
  }

  private static float[] numbers(Pattern pattern, Element element) {
    var found = pattern.matcher(element.attr("title"));
    var numbers = new float[4];
    if (found.find()) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Float.parseFloat(found.group(i + 1));
      }
    }
    return numbers;
  }
}
