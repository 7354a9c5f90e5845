package dev.shortlist.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words to look for in a text, whatever their case and what stands for them.
///
/// A text is searched for the plain letters with which an expression can begin, and the expression
/// is only tried where they stand: a [SearchedText] without them costs next to nothing.
final class Phrase {
  private static final String SPECIAL = "\\[](){}.*+?|^$";
  private static final String REPEATS = "?*{";

  private final Pattern pattern;
  private final List<Beginning> beginnings;

  /// @param place of its first characters in a [SearchedText]; -1 for one too short to have any
  private record Beginning(String letters, int place) {
    static Beginning of(String letters) {
      boolean small = letters.length() < SearchedText.RUN;
      return new Beginning(letters, small ? -1 : SearchedText.place(letters, 0));
    }

    boolean mayBeIn(SearchedText text) {
      return place < 0 || text.mayHave(place);
    }
  }

  /// @param expression regular expression in small letters; each of its alternatives begins with
  ///   plain letters or with a group of alternatives that do
  /// @param end what must follow, a regular expression that may be empty
  /// @throws IllegalArgumentException if an alternative begins otherwise
  Phrase(String expression, String end, int flags) {
    this.pattern = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + expression + ")" + end, flags);
    var all = new ArrayList<String>();
    for (var alternative : alternatives(expression)) {
      if (alternative.startsWith("(")) {
        var group = alternative.substring(1, endOfGroup(alternative));
        alternatives(group).forEach(one -> all.add(beginning(one)));
      } else {
        all.add(beginning(alternative));
      }
    }
    this.beginnings = all.stream().map(Beginning::of).toList();
  }

  /// The first place of this phrase in `text`.
  Optional<MatchResult> find(SearchedText text) {
    @Nullable MatchResult first = null;
    for (var beginning : beginnings) {
      if (beginning.mayBeIn(text)) {
        int before = first == null ? text.text().length() : first.start();
        var found = find(text.text(), beginning.letters(), before);
        first = found == null ? first : found;
      }
    }
    return Optional.ofNullable(first);
  }

  private @Nullable MatchResult find(String text, String beginning, int before) {
    int at = text.indexOf(beginning);
    if (at < 0 || at >= before) {
      return null;
    }
    var matcher = pattern.matcher(text).useTransparentBounds(true);
    for (; at >= 0 && at < before; at = text.indexOf(beginning, at + 1)) {
      if (matcher.region(at, text.length()).lookingAt()) {
        return matcher.toMatchResult();
      }
    }
    return null;
  }

  /// What stands between the bars that are in no group.
  private static List<String> alternatives(String expression) {
    var alternatives = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      i += c == '\\' ? 1 : 0;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && depth == 0) {
        alternatives.add(expression.substring(start, i));
        start = i + 1;
      }
    }
    alternatives.add(expression.substring(start));
    return alternatives;
  }

  private static int endOfGroup(String expression) {
    int depth = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      i += c == '\\' ? 1 : 0;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        if (i + 1 < expression.length() && isRepeat(expression.charAt(i + 1))) {
          throw new IllegalArgumentException("the first group may be absent: " + expression);
        }
        return i;
      }
    }
    throw new IllegalArgumentException("a group has no end: " + expression);
  }

  private static boolean isRepeat(char c) {
    return REPEATS.indexOf(c) >= 0;
  }

  /// The plain letters `expression` begins with.
  private static String beginning(String expression) {
    var plain = new StringBuilder();
    int i = 0;
    for (; i < expression.length() && !isSpecial(expression, i); i++) {
      i += expression.charAt(i) == '\\' ? 1 : 0;
      plain.append(expression.charAt(i));
    }
    if (i < expression.length() && isRepeat(expression.charAt(i)) && !plain.isEmpty()) {
      plain.setLength(plain.length() - 1);
    }
    if (plain.isEmpty()) {
      throw new IllegalArgumentException("does not begin with plain letters: " + expression);
    }
    return plain.toString();
  }

  private static boolean isSpecial(String expression, int at) {
    boolean plain =
        expression.charAt(at) == '\\' && !Character.isLetterOrDigit(expression.charAt(at + 1));
    return !plain && SPECIAL.indexOf(expression.charAt(at)) >= 0;
  }
}
