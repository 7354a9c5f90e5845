package dev.shortlist.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads RTF: control words, groups, character sets, fields, tables; hidden text is kept apart.
///
/// Source: Rich Text Format Specification 1.9.1.
final class RtfReader {
  private static final Set<String> NOT_SHOWN =
      Set.of(
          "stylesheet",
          "info",
          "pict",
          "object",
          "themedata",
          "colorschememapping",
          "datastore",
          "latentstyles",
          "listtable",
          "listoverridetable",
          "rsidtbl",
          "generator",
          "xmlnstbl",
          "mmathPr",
          "fontemb",
          "fontfile",
          "filetbl",
          "revtbl",
          "pntext",
          "listtext",
          "bkmkstart",
          "bkmkend",
          "annotation",
          "atnid",
          "atnauthor",
          "nonshppict",
          "shpinst",
          "sp",
          "private",
          "pgptbl",
          "protusertbl",
          "userprops",
          "docvar",
          "xe",
          "tc",
          "falt",
          "panose",
          "shprslt");
  private static final Map<String, String> NAMED =
      Map.of(
          "bullet", "•",
          "emdash", "—",
          "endash", "–",
          "lquote", "‘",
          "rquote", "’",
          "ldblquote", "“",
          "rdblquote", "”",
          "emspace", " ",
          "enspace", " ");
  private static final Pattern FIELD_LINK = Pattern.compile("HYPERLINK\\s+\"([^\"]+)\"");
  private static final int WHITE = 0xFFFFFF;
  private static final int DEEPEST = 500;

  private final RtfScanner scanner;
  private final Draft draft;
  private final Deque<RtfState> states = new ArrayDeque<>();
  private final RtfCharsets charsets = new RtfCharsets();
  private final List<Integer> colors = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder hidden = new StringBuilder();
  private final StringBuilder field = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private RtfState state = new RtfState();
  private int toSkip;
  private int red;
  private int green;
  private int blue;
  private int year;
  private int month;
  private int day;
  private int boldLetters;
  private float size;

  RtfReader(byte[] bytes, Draft draft) {
    this.scanner = new RtfScanner(new String(bytes, StandardCharsets.ISO_8859_1));
    this.draft = draft;
  }

  Extraction read() throws Unreadable {
    while (!draft.full() && scanner.hasNext()) {
      switch (scanner.next()) {
        case RtfScanner.Token.Open() -> open();
        case RtfScanner.Token.Close() -> close();
        case RtfScanner.Token.Raw(char c) -> wait(c);
        case RtfScanner.Token.Coded(int c) -> wait(c);
        case RtfScanner.Token.Symbol(char c) -> symbol(c);
        case RtfScanner.Token.Word word -> word(word);
      }
    }
    flush();
    endLine();
    draft.hidden(hidden.toString(), 1);
    if (draft.isEmpty()) {
      throw new Unreadable(Reason.NO_TEXT, "");
    }
    if (!states.isEmpty()) {
      draft.notice(Notice.Kind.DAMAGED, "it ends in the middle", 1);
    }
    return draft.finish(FileType.RTF, 1, dated());
  }

  private void open() {
    flush();
    if (states.size() < DEEPEST) {
      states.push(state.copy());
    }
  }

  private void close() {
    flush();
    if (state.destination.equals("fldinst")) {
      FIELD_LINK.matcher(field).results().forEach(link -> draft.link(link.group(1), 1, null));
      field.setLength(0);
    }
    if (!states.isEmpty()) {
      state = states.pop();
    }
  }

  private void symbol(char c) {
    switch (c) {
      case '*' -> state.skipped |= !isKnownStarred();
      case '~' -> text("\u00a0");
      case '_' -> text("-");
      case '\\', '{', '}' -> wait(c);
      case '\n', '\r' -> {
        flush();
        endLine();
      }
      default -> {}
    }
  }

  private boolean isKnownStarred() {
    return scanner.follows("\\fldinst") || scanner.follows("\\shptxt");
  }

  private void word(RtfScanner.Token.Word word) {
    if (!word.name().equals("u") && !word.name().equals("uc")) {
      flush();
    }
    if (NOT_SHOWN.contains(word.name())) {
      state.skipped = !word.name().equals("shpinst");
      state.destination = word.name();
    } else if (NAMED.containsKey(word.name())) {
      text(NAMED.get(word.name()));
    } else if (!look(word) && !layout(word.name())) {
      table(word.name(), word.number());
    }
  }

  /// Words about how letters look.
  private boolean look(RtfScanner.Token.Word word) {
    int number = word.number();
    switch (word.name()) {
      case "pard" -> state.shaded = false;
      case "plain" -> state.plain();
      case "v", "deleted" -> state.hidden = word.on();
      case "b" -> state.bold = word.on();
      case "fs" -> state.halfPoints = number;
      case "cf" -> state.color = number;
      case "cb", "highlight", "chcbpat", "cbpat", "clcbpat" -> state.shaded |= number != 0;
      case "uc" -> state.unicodeSkip = Math.clamp(number, 0, 8);
      case "u" -> unicode(number);
      case "f" -> state.font = number;
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Words that end a line, begin a block or say what a group is for.
  private boolean layout(String word) {
    switch (word) {
      case "par", "line", "tab" -> endLine();
      case "row", "sect", "page", "cell", "nestcell" -> nextBlock();
      case "pnlvlblt", "ls" -> bullet();
      case "fonttbl", "colortbl", "fldinst", "revtim", "creatim" -> state.destination = word;
      case "shptxt" -> {
        nextBlock();
        state.skipped = false;
        state.destination = word;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Words about the document: character sets, colours, dates.
  private void table(String word, int number) {
    switch (word) {
      case "fcharset" -> charsets.font(state.font, number);
      case "ansicpg" -> charsets.codePage(number);
      case "mac" -> charsets.macintosh();
      case "red" -> red = number;
      case "green" -> green = number;
      case "blue" -> blue = number;
      case "yr" -> year = number;
      case "mo" -> month = number;
      case "dy" -> day = number;
      default -> {}
    }
  }

  private void nextBlock() {
    endLine();
    draft.nextBlock();
  }

  private void bullet() {
    if (!state.skipped && line.isEmpty() && state.destination.isEmpty()) {
      line.append("• ");
    }
  }

  private void unicode(int number) {
    flush();
    text(Character.toString((char) number));
    toSkip = state.unicodeSkip;
  }

  /// @param character a byte, negative for none
  private void wait(int character) {
    if (toSkip > 0) {
      toSkip--;
    } else if (character >= 0) {
      pending.write(character);
    }
  }

  /// Bytes wait until the group or character set changes: some letters take two.
  private void flush() {
    toSkip = 0;
    if (pending.size() == 0) {
      return;
    }
    text(pending.toString(charsets.of(state.font)));
    pending.reset();
  }

  private void text(String text) {
    switch (state.destination) {
      case "fonttbl" -> {}
      case "colortbl" -> color(text);
      case "fldinst" -> field.append(text);
      default -> shown(text);
    }
  }

  private void color(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ';') {
        colors.add(red << 16 | green << 8 | blue);
        red = 0;
        green = 0;
        blue = 0;
      }
    }
  }

  private void shown(String text) {
    if (state.skipped) {
      return;
    }
    if (isHidden()) {
      hidden.append(text);
      return;
    }
    line.append(text);
    boldLetters += state.bold ? text.length() : 0;
    size = Math.max(size, state.halfPoints / 2f);
  }

  private boolean isHidden() {
    boolean white =
        state.color > 0 && state.color < colors.size() && colors.get(state.color) == WHITE;
    return state.hidden || state.isTiny() || (white && !state.shaded);
  }

  private void endLine() {
    if (line.toString().isBlank()) {
      draft.nextBlock();
    }
    draft.line(line.toString(), boldLetters * 2 > line.length(), size);
    line.setLength(0);
    boldLetters = 0;
    size = 0;
  }

  private @Nullable LocalDate dated() {
    try {
      return year > 1980 ? LocalDate.of(year, month, day) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
