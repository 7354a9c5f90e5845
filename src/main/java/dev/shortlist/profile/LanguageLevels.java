package dev.shortlist.profile;

import dev.shortlist.profile.SpokenLanguage.Level;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How CVs say how well one knows a language.
final class LanguageLevels {
  private static final Map<Pattern, Level> LEVELS = levels();

  private LanguageLevels() {}

  /// The level that `text` states, absent when it states none.
  static @Nullable Level in(String text) {
    for (var entry : LEVELS.entrySet()) {
      if (entry.getKey().matcher(text).find()) {
        return entry.getValue();
      }
    }
    return null;
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
        "native|mother|bilingual|muttersprach|maternelle|bilingue|nativ|materna|madrelingua|moedertaal|ojczysty|modersmål|bilingüe|родной|母语|äidinkieli|rodil|mateřsk|materinsk|anyanyelv|anadil|morsmål|modersmål|рідна|μητρικ|matern|langue maternelle|母語|母国語|ネイティブ|모국어|اللغة الأم|لغة أم|שפת אם");
    put(
        levels,
        Level.C1,
        "fluent|fließend|fliessend|courant|fluido|fluente|fluency|advanced|avancé|avanzado|avançado|fortgeschritten|vloeiend|excellent|expert|biegł|flytande|professional|proficient|sehr gut|свободн|流利|sujuva|(?<!mírně |mierne )pokro[čc]il|plynn|plynul|folyékony|felsőfok|avansat|akıcı|ileri|flytende|flydende|zaawansowan|вільн|άριστ|vyborn|výborn|流暢|熟练|精通|ビジネスレベル|유창|비즈니스|بطلاقة|ممتاز|שוטפ|רמה גבוהה");
    put(
        levels,
        Level.B2,
        "upper[- ]intermediate|very good|working|gut|good|bueno|buono|bon niveau|goed|hyvä|középfok|dobr|godt|orta|lu,? écrit|良好|جيد|טובה");
    put(
        levels,
        Level.B1,
        "intermediate|conversational|limited|intermedi|intermédiaire|intermédio|mittel|średni|tyydyttävä|mírně pokro|mierne pokro|komunikatywn|mediu|средн|moyen|regular|medio|médio|日常会話|中级|中級|일상회화|متوسط|בינונית");
    put(
        levels,
        Level.A2,
        "elementary|basic|grundkenntnisse|notions|básico|scolastico|basis|scolaire|podstawow|grund|perus|základ|alapfok|temel|başlangıç|базов|grunnleggende|elementar|初级|初級|مبتدئ|בסיסית");
    put(
        levels,
        Level.A1,
        "beginner|anfänger|débutant|principiante|iniciante|začátečn|začiatočn|începător|kezdő|alkeet");
    return Collections.unmodifiableMap(levels);
  }

  private static void put(Map<Pattern, Level> levels, Level level, String words) {
    levels.put(Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), level);
  }
}
