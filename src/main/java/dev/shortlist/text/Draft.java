package dev.shortlist.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The text of one file while it is being read; keeps to the limits and cleans what comes in.
final class Draft {
  private static final int MOST_LINKS = 500;
  private static final int MOST_NOTICES = 50;

  /// Nobody writes longer ones; those who read on must not meet a line of megabytes.
  private static final int LONGEST_LINE = 4000;

  /// Fewer letters are stray marks.
  static final int LEAST_HIDDEN = 12;

  private final int mostCharacters;
  private final List<Line> lines = new ArrayList<>();
  private final LinkedHashSet<Link> links = new LinkedHashSet<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Notice> hidden = new ArrayList<>();
  private final List<Line> properties = new ArrayList<>();
  private int characters;
  private int block = 1;
  private boolean blockUsed;
  private boolean cut;
  private int invisible;
  private int invisiblePage = 1;

  Draft(int mostCharacters) {
    this.mostCharacters = mostCharacters;
  }

  /// Whether no more text fits; readers then stop.
  boolean full() {
    return cut;
  }

  /// The lines to come are another paragraph, cell or box.
  void nextBlock() {
    if (blockUsed) {
      block++;
      blockUsed = false;
    }
  }

  /// A line or paragraph of a file without pages.
  void line(String raw, boolean bold, float size) {
    Flattened.lines(raw).forEach(line -> line(line, 1, null, size, bold));
  }

  void line(String raw, int page, @Nullable Box box, float size, boolean bold) {
    var clean = CleanText.of(raw);
    if (clean.invisible() > 0 && invisible == 0) {
      invisiblePage = page;
    }
    invisible += clean.invisible();
    var rest = clean.text();
    while (rest.length() > LONGEST_LINE && !cut) {
      int end = endOfPiece(rest);
      keep(new Line(rest.substring(0, end).strip(), page, block, box, size, bold));
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty() && !cut) {
      keep(new Line(rest, page, block, box, size, bold));
    }
  }

  private void keep(Line line) {
    if (characters + line.text().length() > mostCharacters) {
      cut = true;
      var detail = "only its first %d characters were read".formatted(characters);
      notice(Notice.Kind.CUT, detail, line.page());
      return;
    }
    characters += line.text().length() + 1;
    lines.add(line);
    blockUsed = true;
  }

  private static int endOfPiece(String text) {
    int blank = text.lastIndexOf(' ', LONGEST_LINE);
    if (blank > 0) {
      return blank;
    }
    return Character.isHighSurrogate(text.charAt(LONGEST_LINE - 1))
        ? LONGEST_LINE - 1
        : LONGEST_LINE;
  }

  void link(String uri, int page, @Nullable Box box) {
    var clean = CleanText.of(uri).text();
    if (!clean.isEmpty() && clean.length() <= 2000 && links.size() < MOST_LINKS) {
      links.add(new Link(clean, page, box));
    }
  }

  void notice(Notice.Kind kind, String detail, int page) {
    if (notices.size() < MOST_NOTICES) {
      notices.add(new Notice(kind, CleanText.shortened(CleanText.of(detail).text()), page));
    }
  }

  /// Words that nobody sees; they are told unless the page shows them as well.
  void hidden(String words, int page) {
    if (lettersOf(words).length() >= LEAST_HIDDEN && hidden.size() < MOST_NOTICES) {
      hidden.add(new Notice(Notice.Kind.HIDDEN_TEXT, words, page));
    }
  }

  /// What the file says about itself, such as its title: read by nobody but machines.
  void property(@Nullable String value) {
    if (value != null && !value.isBlank()) {
      properties.add(new Line(CleanText.of(value).text(), 1, 0, null, 0, false));
    }
  }

  /// Tells what came of the pages that are pictures.
  ///
  /// @param read pages whose words were recognised
  /// @param without pages left without words
  /// @throws Unreadable if there is no text at all
  void recognized(Recognizer recognizer, int read, int without, int pages) throws Unreadable {
    if (isEmpty() && without > 0) {
      throw recognizer.isInstalled()
          ? new Unreadable(Reason.ILLEGIBLE, recognizer.doubt())
          : new Unreadable(Reason.NO_TEXT, "");
    }
    if (read > 0) {
      notice(Notice.Kind.RECOGNIZED, "%d of %d pages".formatted(read, pages), 1);
    }
    if (without > 0) {
      notice(Notice.Kind.PAGES_WITHOUT_TEXT, "%d of %d pages".formatted(without, pages), 1);
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// Lines so far, to be changed in place by who finishes them.
  List<Line> lines() {
    return lines;
  }

  Extraction.Text finish(FileType type, int pages, @Nullable LocalDate dated) {
    if (invisible > 0) {
      notice(
          Notice.Kind.INVISIBLE_CHARACTERS,
          "%d characters without a shape".formatted(invisible),
          invisiblePage);
    }
    Hyphens.join(lines);
    tellHidden();
    Instructions.in(lines).forEach(notices::add);
    Advert.in(lines).ifPresent(notices::add);
    Instructions.in(properties)
        .forEach(n -> notice(n.kind(), "in the file's properties: " + n.detail(), 1));
    return new Extraction.Text(
        type, pages, new VisibleText(lines), List.copyOf(links), dated, notices);
  }

  /// A line cut at the end of a page and repeated on the next is hidden, too, but harmless.
  private void tellHidden() {
    if (hidden.isEmpty()) {
      return;
    }
    var shown = new StringBuilder();
    lines.forEach(line -> shown.append(lettersOf(line.text())));
    for (var passage : hidden) {
      if (shown.indexOf(lettersOf(passage.detail())) < 0) {
        notice(passage.kind(), passage.detail(), passage.page());
      }
    }
  }

  private static String lettersOf(String text) {
    var letters = new StringBuilder();
    CleanText.lower(text)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
