package dev.shortlist.jobdescription;

import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Cuts a job description into sentences, each with the section it stands in.
final class Sentences {
  /// A longer piece without any break is cut at a space, so that no later step meets an endless
  /// line.
  private static final int MOST_CHARACTERS = 800;

  /// A line with this part of the width is full, and a text with this part of full lines is
  /// wrapped.
  private static final double FULL = 0.8;

  private static final double MANY = 0.25;

  /// A line of so many characters that does not end a sentence may go on behind an empty one.
  private static final int LONG = 50;

  private static final Pattern BULLET =
      Pattern.compile(
          "^\\s*(?:[-–—•●▪▫■◦‣·*→➢➤►✓✔»>§o]|\\d{1,2}[.)]|[a-z][.)])\\s+|^\\s*[-–—*](?=\\p{L})|^[•●▪▫■◦‣➢➤►✓✔]\\s*");
  private static final Pattern OPEN_END =
      Pattern.compile(
          "(?:[,(/&-]|\\b(?:and|or|the|a|an|of|in|to|with|for|by|und|oder|der|die|das|et|ou|de|la|le|des|du))$");
  private static final Pattern LABEL = Pattern.compile("^([^:.;?!]{2,60}?)\\s*:\\s*");
  private static final Pattern LIST_ITEM = Pattern.compile("\\s*[•●▪*·◦➢✓►]");
  private static final Pattern EDGE = Pattern.compile("^[\\s•●▪▫■◦‣·*→➢➤►✓✔»:–—-]+|[\\s*;,]+$");

  private final Headings headings;
  private final Breaks breaks;

  Sentences(Headings headings, Breaks breaks) {
    this.headings = headings;
    this.breaks = breaks;
  }

  List<Sentence> of(VisibleText text, int characters) {
    var reading = new Reading(text.text());
    int width = width(text);
    int lines = text.lines().size();
    for (int i = 0; i < lines && text.startOf(i) < characters; ) {
      int next = i + 1;
      while (next < lines && goesOn(text, next, width)) {
        next++;
      }
      int last = text.startOf(next - 1) + text.lines().get(next - 1).text().length();
      reading.unit(text.startOf(i), Math.min(last, characters));
      i = next;
    }
    return reading.sentences;
  }

  // A hard-wrapped text fills its lines; in others a line that is not full ends by itself.
  private static int width(VisibleText text) {
    var lengths = text.lines().stream().mapToInt(line -> line.text().length()).sorted().toArray();
    int width = lengths.length == 0 ? 0 : lengths[(int) (lengths.length * 0.95)];
    long filled = IntStream.of(lengths).filter(length -> length >= FULL * width).count();
    long written = IntStream.of(lengths).filter(length -> length > 0).count();
    return filled >= MANY * written ? width : 0;
  }

  private boolean goesOn(VisibleText text, int next, int width) {
    var line = text.lines().get(next);
    var before = text.lines().get(next - 1);
    String begun = before.text();
    String here = line.text();
    if (here.isEmpty() || begun.isEmpty() || BULLET.matcher(here).find()) {
      return false;
    }
    boolean small = Character.isLowerCase(here.charAt(0));
    boolean ended = ".!?:;".indexOf(begun.charAt(begun.length() - 1)) >= 0;
    boolean open = OPEN_END.matcher(begun).find();
    if (line.block() != before.block()) {
      // Copied mails double every line break.
      return small && (open || (!ended && begun.length() >= LONG));
    }
    boolean heading = headings.section(here).isPresent() && (!small || ended);
    if (heading || headings.section(begun).isPresent()) {
      return false;
    }
    boolean full = width >= 40 && width <= 140 && begun.length() + firstWord(here) >= width * 0.9;
    return open || (small && !ended) || (full && !(ended && breaks.starts(word(here))));
  }

  private static int firstWord(String line) {
    int space = line.indexOf(' ');
    return space < 0 ? line.length() : space;
  }

  private static String word(String line) {
    return line.substring(0, firstWord(line));
  }

  /// Goes through the units in order and remembers the section.
  private final class Reading {
    private final String text;
    private final List<Sentence> sentences = new ArrayList<>();
    private Section section = Section.INTRODUCTION;
    private int units;

    Reading(String text) {
      this.text = text;
    }

    void unit(int start, int end) {
      units++;
      String unit = text.substring(start, end).replace('\n', ' ').replace('\u00a0', ' ');
      boolean bullet = BULLET.matcher(unit).find();
      String label = "";
      int from = 0;
      var cuts = breaks.in(unit);
      for (int i = 0; i <= cuts.size(); i++) {
        int to = i < cuts.size() ? cuts.get(i) : unit.length();
        label =
            piece(
                start + from,
                unit.substring(from, to),
                label,
                bullet || LIST_ITEM.matcher(unit).region(from, to).lookingAt(),
                bullet && i == 0);
        from = to;
      }
    }

    /// Adds what `piece` says and gives the label that holds for the pieces after it.
    private String piece(
        int start, String piece, String label, boolean bullet, boolean firstOfBullet) {
      int from = skipped(piece);
      String words = EDGE.matcher(piece.substring(from)).replaceAll("");
      if (words.isEmpty()) {
        return label;
      }
      var matcher = LABEL.matcher(words);
      if (matcher.find()) {
        var below = headings.section(matcher.group(1));
        if (below.isPresent()) {
          var before = section;
          section = below.get();
          add(
              start + from + matcher.end(),
              words.substring(matcher.end()),
              Headings.normal(matcher.group(1)),
              bullet);
          if (section != Section.FACTS) {
            return Headings.normal(matcher.group(1));
          }
          section = before;
          return label;
        }
      } else if (!firstOfBullet) {
        var below = headings.section(words);
        boolean runIn = words.length() == piece.strip().length() && isRunIn(words, start);
        if (below.isPresent() && below.get() != Section.FACTS && (!words.endsWith(".") || runIn)) {
          section = below.get();
          return Headings.normal(words);
        }
        int glued = headingInFront(words);
        if (glued > 0) {
          add(start + from + glued, words.substring(glued), label, bullet);
          return label;
        }
      }
      add(start + from, words, label, bullet);
      return label;
    }

    // "What the job is. You take ...": the first words of a paragraph.
    private boolean isRunIn(String words, int start) {
      boolean first = start == 0 || text.charAt(start - 1) == '\n';
      return first && words.indexOf(' ') > 0 && words.endsWith(".");
    }

    private int skipped(String piece) {
      var bullet = BULLET.matcher(piece);
      int from = bullet.find() ? bullet.end() : 0;
      var edge = EDGE.matcher(piece.substring(from));
      return edge.find() && edge.start() == 0 ? from + edge.end() : from;
    }

    // "Skills & Requirements Experience with ...": the break was lost, and only a space is left.
    private int headingInFront(String words) {
      int best = 0;
      int at = words.indexOf(' ');
      for (int count = 0; at > 0 && count < 4; count++, at = words.indexOf(' ', at + 1)) {
        String rest = words.substring(at + 1);
        if (rest.isEmpty()
            || !Character.isUpperCase(rest.charAt(0))
            || !breaks.starts(word(rest))) {
          continue;
        }
        var below = headings.section(words.substring(0, at));
        if (below.isPresent()
            && below.get() != Section.FACTS
            && Character.isUpperCase(words.charAt(0))) {
          section = below.get();
          best = at + 1;
        }
      }
      return best;
    }

    private void add(int start, String words, String label, boolean bullet) {
      int from = 0;
      while (from < words.length()) {
        int to = Math.min(words.length(), from + MOST_CHARACTERS);
        if (to < words.length()) {
          int space = words.lastIndexOf(' ', to);
          to = space > from ? space : to;
        }
        String part = words.substring(from, to);
        int lead = part.length() - part.stripLeading().length();
        if (!part.isBlank()) {
          sentences.add(
              new Sentence(start + from + lead, part.strip(), section, label, bullet, units));
        }
        from = to;
      }
    }
  }
}
