package dev.shortlist.jobdescription;

import dev.shortlist.skills.SkillMention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Which of the skills named in a sentence stand in for each other: "Java or Kotlin", "one of X, Y,
/// Z", "a database such as X, Y". Everything else is asked for one by one.
final class Alternatives {
  private static final String FILLER =
      "(?:(?:an?|the|in|with|of|on|other|either|both|experience|knowledge|some|any|good|strong|solid|basic|advanced|einer?|der|die|das|mit|le|la|les|du|en|avec|un|une)\\s+){0,3}[\"'“(]?";
  private static final Pattern WORD_OR =
      Pattern.compile(
          "\\s*[)\"'”]?\\s*,?\\s*(?:and\\s?/\\s?or|or|oder|bzw\\.?|beziehungsweise|ou)\\s+"
              + FILLER,
          Roles.FLAGS);
  private static final Pattern PART_OF_NAME = Pattern.compile("^\\s\\p{Lu}[\\p{L}\\p{N}]+(?=\\s)");
  // "Java, Brogram or Kotlin": a name nobody knows is one more of them.
  private static final Pattern UNKNOWN_ITEM =
      Pattern.compile(
          "^\\s*,(?:\\s*[\\p{L}\\p{N}+#.-]+){1,2}(?=\\s*,?\\s+(?:or|oder|ou)\\s)", Roles.FLAGS);
  private static final Pattern SLASH = Pattern.compile("\\s*[/|]\\s*");
  private static final Pattern COMMA =
      Pattern.compile("\\s*[)\"'”]?\\s*,\\s*" + FILLER, Roles.FLAGS);
  private static final Pattern AND =
      Pattern.compile(
          "\\s*[)\"'”]?\\s*,?\\s*(?:and|as well as|&|\\+|plus|und|sowie|et)\\s+" + FILLER,
          Roles.FLAGS);
  private static final Pattern ONE_OF =
      Pattern.compile(
          "(?:\\b(?:(?:at least |any |either )?one(?: or more)?|any|either|some|mindestens eine[rsnm]?|eine[rsnm]?|au moins une?|l['’]une?) (?:of|der|dieser|des|de)(?: (?:the|these|following|den|ces))*(?: \\p{L}+){0,3}\\s?[:(]?|\\beither)\\s*(?:in )?$",
          Roles.FLAGS);
  private static final Pattern FOR_EXAMPLE =
      Pattern.compile(
          "(?:\\bsuch as|\\blike|\\be\\.?\\s?g\\.?,?|\\bfor example,?|\\bz\\.\\s?b\\.|\\bwie|\\bbeispielsweise|\\btel(?:le)?s? que|\\bcomme|\\bpar exemple|\\bp\\.\\s?ex\\.?)\\s*:?\\s*(?:an? )?$",
          Roles.FLAGS);
  private static final Pattern AND_SO_ON =
      Pattern.compile(
          "^\\s*[,/]?\\s*(?:etc|or (?:similar|equivalent|comparable|other|another|related|alternative)|o\\.\\s?ä|oder (?:ähnlich|vergleichbar|gleichwertig)|ou (?:équivalent|similaire))",
          Roles.FLAGS);

  /// How far from a list the words stand that say what kind of list it is.
  private static final int NEAR = 60;

  private enum Join {
    OR,
    SLASH,
    COMMA,
    AND,
    NONE
  }

  private final String text;
  private final List<SkillMention> mentions;
  private final Join[] joins;
  private final int[] group;

  private Alternatives(String text, List<SkillMention> mentions) {
    this.text = text;
    this.mentions = mentions;
    this.joins = new Join[Math.max(0, mentions.size() - 1)];
    this.group = new int[mentions.size()];
    Arrays.setAll(group, i -> i);
    for (int i = 0; i < joins.length; i++) {
      joins[i] =
          join(
              text.substring(
                  mentions.get(i).end(),
                  Math.max(mentions.get(i).end(), mentions.get(i + 1).start())));
    }
  }

  /// The mentions of `text`, in its order and grouped: a group of several asks for any one of them.
  static List<List<SkillMention>> of(String text, List<SkillMention> mentions) {
    var alternatives = new Alternatives(text, mentions);
    alternatives.joinOrs();
    alternatives.joinLists();
    return alternatives.groups();
  }

  /// Index in `mentions` after the last one of the list that starts at `first`.
  static int listEnd(String text, List<SkillMention> mentions, int first) {
    return new Alternatives(text, mentions).runEnd(first);
  }

  private void joinOrs() {
    for (int i = 0; i < joins.length; i++) {
      if (joins[i] != Join.OR && joins[i] != Join.SLASH) {
        continue;
      }
      unite(i);
      boolean last = i + 1 == joins.length || joins[i + 1] == Join.NONE || joins[i + 1] == Join.AND;
      for (int k = i - 1;
          joins[i] == Join.OR
              && last
              && k >= 0
              && (joins[k] == Join.COMMA || joins[k] == Join.SLASH);
          k--) {
        unite(k);
      }
    }
  }

  private void joinLists() {
    for (int first = 0; first < mentions.size(); ) {
      int end = runEnd(first);
      int from = mentions.get(first).start();
      int to = mentions.get(end - 1).end();
      String before = text.substring(Math.max(0, from - NEAR), from);
      String after = text.substring(to, Math.min(text.length(), to + NEAR));
      boolean anded = hasAnd(first, end);
      if (ONE_OF.matcher(before).find()
          || (!anded
              && (FOR_EXAMPLE.matcher(before).find() || AND_SO_ON.matcher(after).find())
              && !andMore(after))) {
        for (int i = first; i + 1 < end; i++) {
          unite(i);
        }
      }
      first = end;
    }
  }

  private boolean hasAnd(int first, int end) {
    for (int i = first; i + 1 < end; i++) {
      if (joins[i] == Join.AND) {
        return true;
      }
    }
    return false;
  }

  private static boolean andMore(String after) {
    return after.stripLeading().startsWith("and ") || after.stripLeading().startsWith(", and ");
  }

  private int runEnd(int first) {
    int end = first + 1;
    while (end < mentions.size() && joins[end - 1] != Join.NONE) {
      end++;
    }
    return end;
  }

  private void unite(int i) {
    int from = group[i + 1];
    int to = group[i];
    for (int k = 0; k < group.length; k++) {
      if (group[k] == from) {
        group[k] = to;
      }
    }
  }

  private List<List<SkillMention>> groups() {
    var groups = new ArrayList<List<SkillMention>>();
    for (int i = 0; i < group.length; i++) {
      int first = i;
      while (first > 0 && group[first - 1] == group[i]) {
        first--;
      }
      if (first == i) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(mentions.get(i));
    }
    return groups;
  }

  private static Join join(String gap) {
    if (gap.length() > 60) {
      return Join.NONE;
    }
    // "Epic Willow or Cerner PharmNet": a part of the product belongs to its name.
    var known = UNKNOWN_ITEM.matcher(PART_OF_NAME.matcher(gap).replaceFirst("")).replaceFirst("");
    if (WORD_OR.matcher(known).matches()) {
      return Join.OR;
    }
    if (SLASH.matcher(gap).matches()) {
      return Join.SLASH;
    }
    if (AND.matcher(gap).matches()) {
      return Join.AND;
    }
    return COMMA.matcher(gap).matches() ? Join.COMMA : Join.NONE;
  }
}
