package dev.shortlist.match;

import dev.shortlist.profile.SkillUse;
import dev.shortlist.text.Passage;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Years a CV states in words, for where no dates show them: `Python - 24 months`, `13+ years of
/// experience in SAP`.
///
/// @param years as stated, at most 50
/// @param passage the words that state them
record StatedYears(double years, Passage passage) {
  private static final double MOST = 50;
  private static final List<String> WORDS =
      List.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");
  private static final String AMOUNT =
      "(?<number>\\d{1,3}(?:[.,]\\d)?|"
          + String.join("|", WORDS)
          + ")\\s?\\+?\\s?(?<unit>years?|yrs?|months?|jahren?|jahre|ans|años)(?!\\p{L})";
  private static final Pattern BEHIND_SKILL =
      Pattern.compile(
          "^[\\s:(–—-]{0,4}(?:experience[\\s:(–—-]{1,4})?(?:over |more than )?" + AMOUNT,
          Pattern.CASE_INSENSITIVE);

  /// `Five years as a dyer`, `over the past three years`.
  private static final Pattern AS =
      Pattern.compile(
          "(?<![\\p{L}\\d.])"
              + AMOUNT
              + "(?: and (?:some|a few) months)?(?: (?:working|of work|full[- ]time))? as\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PAST =
      Pattern.compile(
          "\\b(?:for|over|from|in|during|since) (?:the |my )?(?:last|past) " + AMOUNT,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_WORK =
      Pattern.compile(
          "(?<![\\p{L}\\d.])"
              + AMOUNT
              + "['’]?(?:\\s\\p{L}[\\p{L}/&-]*){0,4}?\\s(?:experience|berufserfahrung|expérience|experiencia)"
              + "|(?:experience|experienced|worked)(?:\\s(?:of|for|with))?\\s(?:over |more than |around )?"
              + AMOUNT.replace("number", "later").replace("unit", "laterUnit"),
          Pattern.CASE_INSENSITIVE);

  /// Years of use that stand behind the skill's name in its line, 0 when none do.
  static double ofSkill(SkillUse use, Seen seen) {
    double most = 0;
    for (var mention : use.mentions()) {
      var passage = mention.passage();
      var line = seen.text().line(seen.text().lineAt(passage.start()));
      if (passage.end() <= line.end() && seen.isOwn(passage)) {
        var behind = BEHIND_SKILL.matcher(seen.text().text().substring(passage.end(), line.end()));
        if (behind.find()) {
          most = Math.max(most, years(behind.group("number"), behind.group("unit")));
        }
      }
    }
    return most;
  }

  /// The most years of work the CV states; null when it states none.
  static @Nullable StatedYears ofWork(Seen seen) {
    StatedYears most = null;
    for (int i = 0; i < seen.text().lines().size(); i++) {
      var line = seen.text().lines().get(i).text();
      if (!seen.words().line(i).isEmpty()) {
        for (var pattern : patterns(line)) {
          for (var stated = pattern.matcher(line); stated.find(); ) {
            most = longer(most, stated, seen.text().startOf(i), seen);
          }
        }
      }
    }
    return most;
  }

  private static List<Pattern> patterns(String line) {
    if (line.indexOf("xp") >= 0 || line.indexOf("rfahrung") >= 0) {
      return List.of(OF_WORK, AS, PAST);
    }
    return line.indexOf("ear") >= 0 || line.indexOf("yr") >= 0 ? List.of(AS, PAST) : List.of();
  }

  private static @Nullable StatedYears longer(
      @Nullable StatedYears most, Matcher stated, int at, Seen seen) {
    double years = years(stated);
    var passage = seen.text().passage(at + stated.start(), at + stated.end());
    return (most == null || years > most.years()) && seen.isOwn(passage)
        ? new StatedYears(years, passage)
        : most;
  }

  private static double years(Matcher stated) {
    return stated.group("number") == null
        ? years(stated.group("later"), stated.group("laterUnit"))
        : years(stated.group("number"), stated.group("unit"));
  }

  private static double years(String number, String unit) {
    int word = WORDS.indexOf(number.toLowerCase(Locale.ROOT));
    double amount = word >= 0 ? word + 1 : Double.parseDouble(number.replace(',', '.'));
    double years = unit.toLowerCase(Locale.ROOT).startsWith("m") ? amount / 12 : amount;
    return years > MOST ? 0 : years;
  }
}
