package dev.shortlist.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes lists of skills apart into their items.
final class SkillList {
  private static final Pattern LABEL =
      Pattern.compile("^([\\p{L}\\d][\\p{L}\\d &/,.+'’()\\-]{1,50}?)\\s?:(?!//)\\s*(?:[-–—]\\s+)?");
  // A column of labels beside lists: `Databases` and, set apart, `Oracle, Redis`.
  private static final Pattern COLUMN =
      Pattern.compile(
          "^([\\p{L}\\d][\\p{L}\\d &/.+'’()\\-]{1,40})\\t(?=[^\\t]*[,;|•·])(?=[^\\t]*$)");
  private static final Pattern LEVEL =
      Pattern.compile(
          "(?i)\\s*(?:[(\\[]|[-–—:/]\\s|\\s)\\s*(?:very |highly |less than )?(?:advanced|expert|experienced|intermediate|basics?|beginner|proficient|fluent|native|good|excellent|strong|familiar|novice|master|skilled|competent|working knowledge|knowledge|gut|sehr gut|grundkenntnisse|fortgeschritten|experte|avancé|intermédiaire|débutant|avanzado|intermedio|básico|\\d{1,2}\\+?\\s?(?:years?|yrs?|jahre?|ans|años|anni|months?|%)|[1-5]\\s?/\\s?(?:5|10)|\\d{1,3}\\s?%|[ABC][12])(?:\\s(?:level|experience|user|of experience|knowledge))?\\s*[)\\]]?$");
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)^(?:and|und|et|y|e|en|or|as well as|also|including|incl\\.?|such as|e\\.g\\.?|etc\\.?)\\s+");
  private static final Pattern TAIL =
      Pattern.compile("(?i)(?:[\\s,]+|^)(?:etc\\.?|and more|u\\.a\\.|usw\\.?|and others?)$");
  private static final String DELIMITERS = ",;|•·●▪◦⋅■◆∙、，；،؛\t";
  private static final Set<String> NO_SKILLS =
      Set.of(
          "etc",
          "and",
          "others",
          "other",
          "more",
          "expert",
          "advanced",
          "intermediate",
          "beginner",
          "basic",
          "proficient",
          "familiar",
          "tools",
          "skills",
          "languages",
          "none",
          "years",
          "year",
          "months",
          "technologies");
  private static final int LONGEST_ROW = 4000;

  private SkillList() {}

  /// One item of a list.
  ///
  /// @param inner whether it stands in brackets behind another item
  record Item(Span span, boolean inner) {}

  /// The words before a colon, or in a column of their own, at the start of `text`, absent when
  /// there are none.
  static @Nullable String label(String text) {
    if (text.indexOf(':') < 0 && text.indexOf('\t') < 0) {
      return null;
    }
    Matcher label = LABEL.matcher(text);
    if (label.find()) {
      return label.group(1);
    }
    Matcher column = COLUMN.matcher(text);
    return column.find() ? column.group(1) : null;
  }

  /// `span` without the label at its start.
  static Span unlabelled(Span span) {
    if (span.text().indexOf(':') < 0 && span.text().indexOf('\t') < 0) {
      return span;
    }
    Matcher label = LABEL.matcher(span.text());
    if (label.find()) {
      return span.sub(label.end(), span.text().length());
    }
    Matcher column = COLUMN.matcher(span.text());
    return column.find() ? span.sub(column.end(), span.text().length()) : span;
  }

  static boolean isDelimited(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (DELIMITERS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether no sign parts items in `text`, only space.
  static boolean isUnmarked(String text) {
    return !isDelimited(text.replace('\t', ' '));
  }

  /// The items of `list`, a stretch that may go over several lines.
  static List<Item> items(Span list) {
    var items = new ArrayList<Item>();
    String text = list.text();
    if (text.length() > LONGEST_ROW) {
      return items;
    }
    int at = 0;
    int depth = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      boolean bracket = c == '(' || c == ')' || c == '[' || c == ']';
      if (bracket || DELIMITERS.indexOf(c) >= 0 || isSpacedDash(text, i)) {
        if (!(c == '(' && isLevelAhead(text, i))) {
          add(items, list.sub(at, i), depth > 0);
          at = Math.min(i + 1, text.length());
        }
      }
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      depth = Math.max(0, depth);
    }
    return items;
  }

  private static boolean isLevelAhead(String text, int at) {
    int close = text.indexOf(')', at);
    return close > 0 && close - at < 30 && LEVEL.matcher(text.substring(at, close + 1)).matches();
  }

  private static boolean isSpacedDash(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Dashes.is(text.charAt(at))
        && text.charAt(at - 1) == ' '
        && text.charAt(at + 1) == ' ';
  }

  private static void add(List<Item> items, Span piece, boolean inner) {
    var whole = trimmed(piece);
    var once = bare(whole);
    var span = once.equals(whole) ? whole : bare(once);
    String text = span.text();
    if (Text.hasLetter(text) && !NO_SKILLS.contains(Vocabulary.fold(text))) {
      items.add(new Item(span, inner));
    }
  }

  /// Without a word of a list before it, and one of a list or a level behind it.
  private static Span bare(Span piece) {
    if (!isDivided(piece.text())) {
      boolean tail = piece.text().length() <= 4 && TAIL.matcher(piece.text()).matches();
      return tail ? piece.sub(0, 0) : piece;
    }
    var span = piece;
    Matcher lead = LEAD.matcher(span.text());
    span = lead.find() ? trimmed(span.sub(lead.end(), span.text().length())) : span;
    Matcher tail = TAIL.matcher(span.text());
    span = tail.find() ? trimmed(span.sub(0, tail.start())) : span;
    Matcher level = LEVEL.matcher(span.text());
    return level.find() && level.start() > 0 ? trimmed(span.sub(0, level.start())) : span;
  }

  /// Whether there is more than one word.
  private static boolean isDivided(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '(' || c == '[' || c == ',') {
        return true;
      }
    }
    return false;
  }

  /// Keeps the dot of `.NET` and the signs of `C++` and `C#`.
  private static Span trimmed(Span span) {
    String text = span.text();
    int from = 0;
    int to = text.length();
    while (from < to && !isFirst(text, from)) {
      from++;
    }
    while (to > from && !isLast(text.charAt(to - 1))) {
      to--;
    }
    return span.sub(from, to);
  }

  private static boolean isFirst(String text, int at) {
    char c = text.charAt(at);
    boolean dotted = c == '.' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    return Character.isLetterOrDigit(c) || dotted;
  }

  private static boolean isLast(char c) {
    return Character.isLetterOrDigit(c) || c == '+' || c == '#';
  }
}
