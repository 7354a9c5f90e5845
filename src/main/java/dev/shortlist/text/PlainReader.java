package dev.shortlist.text;

import java.util.regex.Pattern;

/// Reads text without a format, and Markdown.
final class PlainReader {
  // Blanks that set items apart, unlike those behind a full stop.
  private static final Pattern COLUMN = Pattern.compile("(?<=[\\p{L}\\p{N})]) {2,}(?=\\S)");
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
      draft.line(COLUMN.matcher(line).replaceAll("\t"), false, 0);
    }
    return finish(FileType.TEXT);
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
