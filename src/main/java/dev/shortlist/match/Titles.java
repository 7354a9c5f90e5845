package dev.shortlist.match;

import dev.shortlist.jobdescription.Seniority;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Job titles as they are compared: what the work is, apart from how senior, where and for whom.
final class Titles {
  private static final Pattern ASIDE =
      Pattern.compile(
          "\\([^)]*\\)|\\[[^]]*]|\\*+|\\b[mwfdx]\\s*/\\s*[mwfdx](\\s*/\\s*[mwfdx])?\\b");

  /// A comma, dash or bar starts what is not the title: a company, a place, a project.
  private static final Pattern REST = Pattern.compile("\\s+[-–—|@]\\s+|[|;:]|\\s+\\bat\\b\\s+|\\t");

  /// Signs that set one title of several apart.
  private static final Pattern FURTHER = Pattern.compile("[()]|\\s*/\\s+|\\s+/\\s*");

  private static final Pattern GRADE =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\d])(senior|sr\\.?|junior|jr\\.?|entry[- ]level|mid[- ]level|experienced|full[- ]time"
              + "|part[- ]time|temporary|temp|permanent|freelance|contract|remote|hybrid|acting|interim"
              + "|urgent(ly)?|hiring|wanted|needed|vacancy|i{1,3}|iv|\\d+)(?![\\p{L}\\d+#&-])");

  private static final Pattern ENDS = Pattern.compile("[\\s,./]+$|^[\\s,./]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern WOMAN = Pattern.compile("(?<=\\p{L})wom[ea]n\\b");
  private static final Map<Pattern, String> FORMS =
      Map.of(
          Pattern.compile("\\bwaitress\\b"),
          "waiter",
          Pattern.compile("\\bhostess\\b"),
          "host",
          Pattern.compile("\\bactress\\b"),
          "actor");
  private static final Pattern GENDER = Pattern.compile("\\b(female|male|lady|gentleman)\\s+");

  private static final Map<String, Seniority> LEVELS =
      Map.ofEntries(
          Map.entry("intern", Seniority.TRAINEE),
          Map.entry("internship", Seniority.TRAINEE),
          Map.entry("trainee", Seniority.TRAINEE),
          Map.entry("apprentice", Seniority.TRAINEE),
          Map.entry("student", Seniority.TRAINEE),
          Map.entry("junior", Seniority.JUNIOR),
          Map.entry("jr", Seniority.JUNIOR),
          Map.entry("graduate", Seniority.JUNIOR),
          Map.entry("assistant", Seniority.JUNIOR),
          Map.entry("fresher", Seniority.JUNIOR),
          Map.entry("senior", Seniority.SENIOR),
          Map.entry("sr", Seniority.SENIOR),
          Map.entry("principal", Seniority.SENIOR),
          Map.entry("lead", Seniority.LEAD),
          Map.entry("leader", Seniority.LEAD),
          Map.entry("head", Seniority.LEAD),
          Map.entry("manager", Seniority.LEAD),
          Map.entry("supervisor", Seniority.LEAD),
          Map.entry("foreman", Seniority.LEAD),
          Map.entry("superintendent", Seniority.LEAD),
          Map.entry("director", Seniority.EXECUTIVE),
          Map.entry("vp", Seniority.EXECUTIVE),
          Map.entry("president", Seniority.EXECUTIVE),
          Map.entry("ceo", Seniority.EXECUTIVE),
          Map.entry("cfo", Seniority.EXECUTIVE),
          Map.entry("cto", Seniority.EXECUTIVE),
          Map.entry("coo", Seniority.EXECUTIVE),
          Map.entry("cio", Seniority.EXECUTIVE));

  private Titles() {}

  /// `Sr. Accountant (m/f/d) - Berlin` becomes `accountant`; never empty unless `title` is.
  static String plain(String title) {
    var words = ASIDE.matcher(title).replaceAll(" ");
    var first = firstPart(words);
    var plain = ENDS.matcher(GRADE.matcher(first).replaceAll(" ")).replaceAll("");
    var chosen = plain.isBlank() ? title : plain;
    return neutral(BLANKS.matcher(chosen.toLowerCase(Locale.ROOT).strip()).replaceAll(" "));
  }

  /// Further titles inside one: `Programmer (.NET Developer)`, `Receptionist / Night Auditor`; what
  /// they hold need not be a title.
  static List<String> further(String title) {
    if (title.indexOf('(') < 0 && title.indexOf('/') < 0) {
      return List.of();
    }
    return FURTHER
        .splitAsStream(title)
        .map(String::strip)
        .filter(part -> part.length() >= 3 && !part.equals(title.strip()))
        .toList();
  }

  /// How senior a title alone says the post is; absent when it says nothing.
  static @Nullable Seniority seniority(String title) {
    return Token.in(title, 0).stream()
        .map(token -> LEVELS.get(token.word()))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static String firstPart(String title) {
    return REST.splitAsStream(title)
        .map(String::strip)
        .filter(part -> part.chars().filter(Character::isLetter).count() >= 2)
        .findFirst()
        .orElse(title);
  }

  private static String neutral(String title) {
    var neutral = WOMAN.matcher(title).replaceAll("man");
    for (var form : FORMS.entrySet()) {
      neutral = form.getKey().matcher(neutral).replaceAll(form.getValue());
    }
    return GENDER.matcher(neutral).replaceAll("");
  }
}
