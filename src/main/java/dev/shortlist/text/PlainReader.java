package dev.shortlist.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads text without a format, and Markdown.
final class PlainReader {
  private static final Pattern GAP = Pattern.compile(" +");

  /// Gaps of two blanks from which on a line was stretched.
  private static final int STRETCHED = 3;

  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]\\n]*)]\\(\\s*<?([^\\s)>]+)[^)]*\\)");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");
  private static final Pattern RULE = Pattern.compile("[-=*_]{3,}|\\|?[-:| ]+\\|[-:| ]*");
  private static final Pattern EMPHASIS =
      Pattern.compile("(\\*\\*|__|`|~~|(?<!\\w)[*_](?=\\S)|(?<=\\S)[*_](?!\\w))");

  private final String text;
  private final Draft draft;

  PlainReader(byte[] bytes, Draft draft) {
    this.text = Charsets.decode(bytes);
    this.draft = draft;
  }

  Extraction read() throws Unreadable {
    for (var line : text.lines().toList()) {
      if (line.isBlank()) {
        draft.nextBlock();
      }
      Flattened.lines(line).forEach(part -> draft.line(columns(part), false, 0));
    }
    return finish(FileType.TEXT);
  }

  /// `line` with a tab for each gap that parts items. In one whose words stand two blanks apart or
  /// more, and in one that was stretched to the margin, two blanks are no such gap.
  static String columns(String line) {
    if (!line.contains("  ")) {
      return line;
    }
    var gaps = GAP.matcher(line.strip()).results().mapToInt(gap -> gap.group().length()).toArray();
    int least = IntStream.of(gaps).min().orElse(1);
    boolean stretched = IntStream.of(gaps).filter(gap -> gap == 2).count() >= STRETCHED;
    int words = stretched || least == 2 ? 2 : 1;
    return GAP.matcher(line)
        .replaceAll(gap -> gap.group().length() <= words ? " " : isColumn(line, gap) ? "\t" : " ");
  }

  // Blanks that set items apart, unlike those behind a full stop.
  private static boolean isColumn(String line, MatchResult gap) {
    int before = gap.start() == 0 ? ' ' : line.codePointBefore(gap.start());
    return Character.isLetterOrDigit(before) || before == ')';
  }

  Extraction readMarkdown() throws Unreadable {
    for (var line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || RULE.matcher(line).matches()) {
        draft.nextBlock();
      } else {
        markdown(line);
      }
    }
    return finish(FileType.MARKDOWN);
  }

  private void markdown(String line) {
    var heading = HEADING.matcher(line);
    boolean isHeading = heading.matches();
    var shown = isHeading ? heading.group(1) : line.replaceFirst("^[-*+]\\s+", "• ");
    LINK.matcher(shown).results().forEach(link -> draft.link(link.group(2), 1, null));
    shown = LINK.matcher(shown).replaceAll("$1");
    boolean bold = isHeading || (shown.startsWith("**") && shown.endsWith("**"));
    if (isHeading) {
      draft.nextBlock();
    }
    draft.line(EMPHASIS.matcher(shown).replaceAll("").replace('|', ' '), bold, 0);
  }

  private Extraction finish(FileType type) throws Unreadable {
    if (draft.isEmpty()) {
      throw new Unreadable(Reason.EMPTY_FILE, "it holds nothing but blanks");
    }
    return draft.finish(type, 1, null);
  }
}
