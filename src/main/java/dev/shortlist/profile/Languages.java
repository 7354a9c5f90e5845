package dev.shortlist.profile;

import dev.shortlist.profile.SpokenLanguage.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of human languages in the languages CVs are written in, and how well one knows them.
final class Languages {
  private static final Map<String, String> NAMES = names();
  private static final Map<Pattern, Level> LEVELS = levels();

  private Languages() {}

  /// English name of the language that `word` names, absent when it names none.
  static @Nullable String named(String word) {
    return NAMES.get(Vocabulary.fold(word));
  }

  /// The level that `text` states, absent when it states none.
  static @Nullable Level level(String text) {
    for (var entry : LEVELS.entrySet()) {
      if (entry.getKey().matcher(text).find()) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    for (String code : Locale.getISOLanguages()) {
      var language = Locale.of(code);
      String english = language.getDisplayLanguage(Locale.ENGLISH);
      if (code.length() != 2 || english.length() < 4) {
        continue;
      }
      names.putIfAbsent(Vocabulary.fold(language.getDisplayLanguage(language)), english);
      for (String in : List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "ru")) {
        names.putIfAbsent(Vocabulary.fold(language.getDisplayLanguage(Locale.of(in))), english);
      }
    }
    names.putAll(
        Map.of(
            "mandarin",
            "Chinese",
            "cantonese",
            "Chinese",
            "farsi",
            "Persian",
            "flemish",
            "Dutch",
            "castilian",
            "Spanish",
            "tagalog",
            "Filipino",
            "castellano",
            "Spanish"));
    return Map.copyOf(names);
  }

  private static Map<Pattern, Level> levels() {
    var levels = new LinkedHashMap<Pattern, Level>();
    put(levels, Level.C2, "\\bC2\\b|mastery|near[- ]native|verhandlungssicher|full professional");
    put(levels, Level.C1, "\\bC1\\b");
    put(levels, Level.B2, "\\bB2\\b");
    put(levels, Level.B1, "\\bB1\\b");
    put(levels, Level.A2, "\\bA2\\b");
    put(levels, Level.A1, "\\bA1\\b");
    put(
        levels,
        Level.NATIVE,
        "native|mother|bilingual|muttersprach|maternelle|bilingue|nativ|materna|madrelingua|moedertaal|ojczysty|modersmål|bilingüe|родной|母语");
    put(
        levels,
        Level.C1,
        "fluent|fließend|fliessend|courant|fluido|fluente|fluency|advanced|avancé|avanzado|avançado|fortgeschritten|vloeiend|excellent|expert|biegł|flytande|professional|proficient|sehr gut|свободн|流利");
    put(
        levels,
        Level.B2,
        "upper[- ]intermediate|very good|working|gut|good|bueno|buono|bon niveau|goed");
    put(
        levels,
        Level.B1,
        "intermediate|conversational|limited|intermedi|intermédiaire|intermédio|mittel|średni");
    put(
        levels,
        Level.A2,
        "elementary|basic|grundkenntnisse|notions|básico|scolastico|basis|scolaire|podstawow|grund");
    put(levels, Level.A1, "beginner|anfänger|débutant|principiante|iniciante");
    return java.util.Collections.unmodifiableMap(levels);
  }

  private static void put(Map<Pattern, Level> levels, Level level, String words) {
    levels.put(Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), level);
  }
}
