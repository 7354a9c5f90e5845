package dev.shortlist.jobdescription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A span of years of experience as a text names it.
///
/// @param least least number of years, 0 when the text names none ("several years")
/// @param most greatest number of years, [#OPEN] when there is none
/// @param start index of the first character
/// @param end index after the last character
record Years(int least, int most, int start, int end) {
  static final int OPEN = Integer.MAX_VALUE;

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("eighteen", 18),
          Map.entry("twenty", 20),
          Map.entry("ein", 1),
          Map.entry("eine", 1),
          Map.entry("einem", 1),
          Map.entry("einjährige", 1),
          Map.entry("zwei", 2),
          Map.entry("drei", 3),
          Map.entry("vier", 4),
          Map.entry("fünf", 5),
          Map.entry("sechs", 6),
          Map.entry("sieben", 7),
          Map.entry("acht", 8),
          Map.entry("neun", 9),
          Map.entry("zehn", 10),
          Map.entry("un", 1),
          Map.entry("une", 1),
          Map.entry("deux", 2),
          Map.entry("trois", 3),
          Map.entry("quatre", 4),
          Map.entry("cinq", 5),
          Map.entry("sept", 7),
          Map.entry("huit", 8),
          Map.entry("neuf", 9),
          Map.entry("dix", 10),
          Map.entry("dos", 2),
          Map.entry("tres", 3),
          Map.entry("cuatro", 4),
          Map.entry("cinco", 5),
          Map.entry("seis", 6),
          Map.entry("siete", 7),
          Map.entry("ocho", 8),
          Map.entry("nueve", 9),
          Map.entry("diez", 10));

  private static final String WORD = String.join("|", WORDS.keySet().stream().sorted().toList());
  private static final String NUMBER = "(?:\\d{1,2}|" + WORD + ")";
  private static final String UNIT =
      "(?:years?|yrs?|jahre[ns]?|jahr|jährige[nrsm]?|années?|annees?|ans?|años?)";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\w.,$€£/])(?<cap>(?:up to|no more than|not more than|maximum(?: of)?|max\\.?|less than|bis zu|maximal|höchstens|jusqu['’]à|maximum de) )?"
              + "(?<low>"
              + NUMBER
              + ")(?:\\s?\\((?:\\d{1,2})\\+?\\))?"
              + "(?:\\s?(?:\\+|plus|or more))?"
              + "(?:\\s?(?:-|–|—|to|bis|à|a|or|oder|ou|and|und|et)\\s?(?<high>"
              + NUMBER
              + ")(?:\\s?\\(\\d{1,2}\\+?\\))?\\+?)?"
              + "(?:\\s?(?:\\+|plus|or more|oder mehr|ou plus))?"
              + "[\\s-]?(?<unit>"
              + UNIT
              + "|(?<months>months?|monate[n]?|mois))(?!\\w)['’]?(?: or more| plus| oder mehr| ou plus)?",
          Roles.FLAGS);

  private static final Pattern VAGUE =
      Pattern.compile(
          "(?<!\\w)(?:several|multiple|many|some|a few|extensive) years|(?<!\\w)mehrjährige[nrsm]?|(?<!\\w)langjährige[nrsm]?|(?<!\\w)mehrere[n]? jahre[n]?|(?<!\\w)plusieurs années|(?<!\\w)varios años",
          Roles.FLAGS);

  // "18 years old", "4-year degree", "within the last 3 years", "for over 20 years we": no
  // experience.
  private static final Pattern NOT_AFTER =
      Pattern.compile(
          "^\\s*(?:old\\b|(?:\\p{L}+ )?(?:background|criminal|check|history|lookback|guarantee|plan|bond)\\b|of age|alt\\b|d['’]âge|degree|college|university|bachelor|course|program|programme|contract|warranty|term|plan|ago|lang\\b|vertrag|diploma|de edad)",
          Roles.FLAGS);
  private static final Pattern NOT_BEFORE =
      Pattern.compile(
          "(?:(?:last|past|first|next|every|each|within|since|seit|depuis|for over|for more than|for nearly|letzten|aged?|aged between|grade|ages|alter von|âge de|(?:nicht )?(?:älter|jünger) als|(?:older|younger) than|over the age of|under the age of|(?:plus|moins) âgée?s? de|age(?: limit| group| range)? ?[:–-]? ?(?:(?:below|under|between|up ?to|max\\p{L}*\\.?|not (?:more|above|exceeding)(?: than)?|less than|within) ?)?|edad(?: entre| máxima| mínima)?(?: de)?|entre \\d\\d y|mayor(?:es)? de|menor(?:es)? de)\\s*|\\d\\s?(?:to|-|–|and|und|et|bis)\\s?)$",
          Roles.FLAGS);

  Years {
    if (least > most) {
      throw new IllegalArgumentException("%s to %s years".formatted(least, most));
    }
  }

  /// All spans of years in `text` that can be experience, in the order of the text.
  static List<Years> in(String text) {
    var found = new ArrayList<Years>();
    for (var matcher = AMOUNT.matcher(text); matcher.find(); ) {
      if (isExperience(text, matcher)) {
        found.add(read(matcher));
      }
    }
    for (var matcher = VAGUE.matcher(text); matcher.find(); ) {
      found.add(new Years(0, OPEN, matcher.start(), matcher.end()));
    }
    return found;
  }

  private static boolean isExperience(String text, Matcher matcher) {
    String before = text.substring(Math.max(0, matcher.start() - 24), matcher.start());
    String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 16));
    return !NOT_AFTER.matcher(after).find() && !NOT_BEFORE.matcher(before).find();
  }

  private static Years read(Matcher matcher) {
    int low = number(matcher.group("low"));
    String second = matcher.group("high");
    int high = second == null ? OPEN : number(second);
    if (matcher.group("months") != null) {
      low = wholeYears(low);
      high = high == OPEN ? OPEN : wholeYears(high);
    }
    if (matcher.group("cap") != null) {
      return new Years(0, low, matcher.start(), matcher.end());
    }
    return new Years(
        Math.min(low, high),
        high == OPEN ? OPEN : Math.max(low, high),
        matcher.start(),
        matcher.end());
  }

  private static int wholeYears(int months) {
    return (months + 5) / 12;
  }

  private static int number(String word) {
    return Character.isDigit(word.charAt(0))
        ? Integer.parseInt(word)
        : WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }
}
