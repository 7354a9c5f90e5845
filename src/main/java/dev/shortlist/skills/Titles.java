package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Job titles without what says nothing about the occupation.
final class Titles {
  // "(m/w/d)", "f/m/x", "(all genders)", "(in)", "/-in", "*in", ":in"
  private static final Pattern GENDER =
      Pattern.compile(
          "(?i)\\(\\s*[mwfhdxi*]\\s*([/|,]\\s*[mwfhdxi*]+\\s*)+\\)"
              + "|(?<![\\p{L}\\p{N}])[mwfhdx]\\s*/\\s*[mwfhdx](\\s*/\\s*[mwfhdx])?(?![\\p{L}\\p{N}])"
              + "|\\(?all genders?\\)?|\\(gn\\)"
              + "|(?<=\\p{L})(\\(-?in(nen)?\\)|/-?in(nen)?\\b|[*:_]in(nen)?\\b)");
  private static final Pattern SENIORITY =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])(senior|sr\\.?|junior|jr\\.?|entry[- ]level|mid[- ]level|experienced"
              + "|full[- ]time|part[- ]time|temporary|freelance|self[- ]employed|contract|remote|hybrid"
              + "|graduate|acting|interim|deputy|certified|licensed|qualified|i{1,3}|iv|v|[1-5])"
              + "(?![\\p{L}\\p{N}/&+#-])");
  private static final Pattern FEMALE =
      Pattern.compile("(?<=\\p{L}(er|eur|or|ist|ent|ant|og|ekt|ik|iker|arzt|wirt))(in|innen)\\b");

  private Titles() {}

  /// The title as it is to be looked up, the likeliest form first.
  static List<String> forms(String title) {
    var forms = new ArrayList<String>();
    var neutral = GENDER.matcher(title).replaceAll(" ").strip();
    add(forms, neutral);
    var plain = plain(neutral);
    add(forms, plain);
    var male =
        FEMALE
            .matcher(plain)
            .replaceAll("")
            .replaceAll("frau\\b", "mann")
            .replaceAll("(?i)woman\\b|person\\b", "man");
    add(forms, male);
    return forms;
  }

  /// The title without grade and terms of employment.
  static String plain(String title) {
    return SENIORITY.matcher(title).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }

  private static void add(List<String> forms, String form) {
    if (!form.isEmpty() && !forms.contains(form)) {
      forms.add(form);
    }
  }
}
