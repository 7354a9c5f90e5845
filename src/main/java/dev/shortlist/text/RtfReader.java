package dev.shortlist.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
  private static final Pattern FIELD_LINK = Pattern.compile("HYPERLINK\\s+\"([^\"]+)\"");
  private static final int WHITE = 0xFFFFFF;
  private static final int DEEPEST = 500;

  /// What holds until the end of the group.
  private static final class State {
    boolean skipped;
    boolean hidden;
    boolean bold;
    boolean shaded;
    int color;
    int halfPoints = 24;
    int unicodeSkip = 1;
    int font;
    String destination = "";

    State copy() {
      var copy = new State();
      copy.skipped = skipped;
      copy.hidden = hidden;
      copy.bold = bold;
      copy.shaded = shaded;
      copy.color = color;
      copy.halfPoints = halfPoints;
      copy.unicodeSkip = unicodeSkip;
      copy.font = font;
      copy.destination = destination;
      return copy;
    }
  }

  private final String rtf;
  private final Draft draft;
  private final Deque<State> states = new ArrayDeque<>();
  private final Map<Integer, Charset> fonts = new HashMap<>();
  private final List<Integer> colors = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder hidden = new StringBuilder();
  private final StringBuilder field = new StringBuilder();
  private final java.io.ByteArrayOutputStream pending = new java.io.ByteArrayOutputStream();
  private Charset charset = Charset.forName("windows-1252");
  private State state = new State();
  private int at;
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
    this.rtf = new String(bytes, StandardCharsets.ISO_8859_1);
    this.draft = draft;
  }

  Extraction read() throws Unreadable {
    while (at < rtf.length() && !draft.full()) {
      char c = rtf.charAt(at++);
      switch (c) {
        case '{' -> open();
        case '}' -> close();
        case '\\' -> control();
        case '\r', '\n' -> {}
        default -> raw(c);
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

  private void control() {
    if (at >= rtf.length()) {
      return;
    }
    char c = rtf.charAt(at);
    if (!Character.isLetter(c)) {
      at++;
      symbol(c);
      return;
    }
    int start = at;
    while (at < rtf.length() && at - start < 32 && isLetter(rtf.charAt(at))) {
      at++;
    }
    var word = rtf.substring(start, at);
    int numberStart = at;
    if (at < rtf.length() && rtf.charAt(at) == '-') {
      at++;
    }
    while (at < rtf.length() && at - numberStart < 10 && Character.isDigit(rtf.charAt(at))) {
      at++;
    }
    var digits = rtf.substring(numberStart, at);
    boolean hasNumber = !digits.isEmpty() && !digits.equals("-");
    int number = hasNumber ? (int) Long.parseLong(digits) : 1;
    if (at < rtf.length() && rtf.charAt(at) == ' ') {
      at++;
    }
    if (!word.equals("u") && !word.equals("uc")) {
      flush();
    }
    word(word, number, hasNumber);
  }

  private void symbol(char c) {
    switch (c) {
      case '\'' -> hex();
      case '*' -> state.skipped |= !isKnownStarred();
      case '~' -> text("\u00a0");
      case '_' -> text("-");
      case '\\', '{', '}' -> raw(c);
      case '\n', '\r' -> {
        flush();
        endLine();
      }
      default -> {}
    }
  }

  private boolean isKnownStarred() {
    return rtf.startsWith("\\fldinst", at) || rtf.startsWith("\\shptxt", at);
  }

  private void hex() {
    if (at + 2 > rtf.length()) {
      return;
    }
    int high = Character.digit(rtf.charAt(at), 16);
    int low = Character.digit(rtf.charAt(at + 1), 16);
    at += 2;
    if (toSkip > 0) {
      toSkip--;
    } else if (high >= 0 && low >= 0) {
      pending.write(high * 16 + low);
    }
  }

  private void raw(char c) {
    if (toSkip > 0) {
      toSkip--;
    } else {
      pending.write(c);
    }
  }

  private void word(String word, int number, boolean hasNumber) {
    if (NOT_SHOWN.contains(word)) {
      state.skipped = !word.equals("shpinst");
      state.destination = word;
      if (word.equals("info")) {
        state.skipped = true;
      }
      return;
    }
    switch (word) {
      case "par", "line", "row", "sect", "page" -> {
        endLine();
        if (!word.equals("line") && !word.equals("par")) {
          draft.nextBlock();
        }
      }
      case "cell", "nestcell" -> {
        endLine();
        draft.nextBlock();
      }
      case "tab" -> endLine();
      case "pard" -> state.shaded = false;
      case "plain" -> {
        state.hidden = false;
        state.bold = false;
        state.color = 0;
        state.halfPoints = 24;
      }
      case "v", "deleted" -> state.hidden = !hasNumber || number != 0;
      case "b" -> state.bold = !hasNumber || number != 0;
      case "fs" -> state.halfPoints = number;
      case "cf" -> state.color = number;
      case "cb", "highlight", "chcbpat", "cbpat", "clcbpat" -> state.shaded |= number != 0;
      case "uc" -> state.unicodeSkip = Math.clamp(number, 0, 8);
      case "u" -> unicode(number);
      case "f" -> state.font = number;
      case "fcharset" -> fonts.put(state.font, forSet(number));
      case "ansicpg" -> charset = named("windows-" + number);
      case "mac" -> charset = named("x-MacRoman");
      case "fonttbl", "colortbl", "fldinst", "revtim", "creatim" -> state.destination = word;
      case "shptxt" -> {
        endLine();
        draft.nextBlock();
        state.skipped = false;
        state.destination = word;
      }
      case "red" -> red = number;
      case "green" -> green = number;
      case "blue" -> blue = number;
      case "yr" -> year = number;
      case "mo" -> month = number;
      case "dy" -> day = number;
      case "bullet" -> text("•");
      case "emdash" -> text("—");
      case "endash" -> text("–");
      case "lquote" -> text("‘");
      case "rquote" -> text("’");
      case "ldblquote" -> text("“");
      case "rdblquote" -> text("”");
      case "emspace", "enspace" -> text(" ");
      case "pnlvlblt", "ls" -> bullet();
      default -> {}
    }
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

  /// Bytes wait until the group or character set changes: some letters take two.
  private void flush() {
    toSkip = 0;
    if (pending.size() == 0) {
      return;
    }
    var set = fonts.getOrDefault(state.font, charset);
    text(new String(pending.toByteArray(), set));
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
    return state.hidden || state.halfPoints <= 4 || (white && !state.shaded);
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

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private Charset forSet(int number) {
    return switch (number) {
      case 77 -> named("x-MacRoman");
      case 128 -> named("windows-31j");
      case 129 -> named("x-windows-949");
      case 134 -> named("GBK");
      case 136 -> named("Big5");
      case 161 -> named("windows-1253");
      case 162 -> named("windows-1254");
      case 163 -> named("windows-1258");
      case 177 -> named("windows-1255");
      case 178 -> named("windows-1256");
      case 186 -> named("windows-1257");
      case 204 -> named("windows-1251");
      case 222 -> named("windows-874");
      case 238 -> named("windows-1250");
      default -> charset;
    };
  }

  private static Charset named(String name) {
    try {
      return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("windows-1252");
    } catch (IllegalCharsetNameException e) {
      return Charset.forName("windows-1252");
    }
  }
}
