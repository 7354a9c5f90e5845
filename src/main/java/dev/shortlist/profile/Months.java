package dev.shortlist.profile;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Months, seasons and quarters by name in many languages.
final class Months {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu",
          "ro", "tr", "ru", "uk", "el", "ca", "bg", "hr", "sl", "lt", "lv", "et", "ar", "he");

  private static final Map<String, Integer> NAMES = names();
  private static final Map<String, Integer> SEASONS = seasons();

  private Months() {}

  /// Number of the month with the folded name `word`, 0 when there is none.
  static int named(String word) {
    return NAMES.getOrDefault(word, 0);
  }

  /// First month of the season with the folded name `word`, 0 when there is none.
  static int season(String word) {
    return SEASONS.getOrDefault(word, 0);
  }

  private static Map<String, Integer> names() {
    var names = new HashMap<String, Integer>();
    for (String language : LANGUAGES) {
      var locale = Locale.of(language);
      for (var month : Month.values()) {
        for (var style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          String name = Vocabulary.fold(month.getDisplayName(style, locale)).replace(".", "");
          if (name.length() >= 3 && name.chars().allMatch(Character::isLetter)) {
            names.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    names.putAll(
        Map.of(
            "sept", 9, "mrz", 3, "maerz", 3, "juil", 7, "agto", 8, "gen", 1, "genn", 1, "ene", 1,
            "okt", 10, "dez", 12));
    names.putAll(
        Map.of("شباط", 2, "اذار", 3, "نيسان", 4, "ايار", 5, "حزيران", 6, "تموز", 7, "ايلول", 9));
    return Map.copyOf(names);
  }

  private static Map<String, Integer> seasons() {
    var seasons = new HashMap<String, Integer>();
    put(seasons, 3, "spring fruhjahr fruhling printemps primavera lente voorjaar wiosna");
    put(seasons, 6, "summer sommer sommersemester ete verano estate zomer verao lato ss sose");
    put(seasons, 9, "fall autumn herbst automne otono autunno herfst outono jesien");
    put(seasons, 1, "winter hiver invierno inverno zima");
    put(seasons, 10, "wintersemester ws wise");
    return Map.copyOf(seasons);
  }

  private static void put(Map<String, Integer> seasons, int month, String words) {
    for (String word : words.split(" ", -1)) {
      seasons.put(word, month);
    }
  }
}
