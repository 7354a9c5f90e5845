package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Names of human languages in English, German, French, Spanish, Italian, Dutch and Portuguese;
/// where a text is known to name a language, in other languages of Europe as well.
public final class Languages {
  private static final List<String> ELSEWHERE =
      List.of(
          "en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu",
          "ro", "tr", "ru", "uk", "el", "ca", "zh", "ja", "ko", "ar", "he");
  private static final Rule ONLY_NAMED = Rule.read("name");
  private static final Languages STANDARD = new Languages(Sources.resource("languages.txt"));

  private final Phrases<String> names = new Phrases<>();
  private final List<String> all = new ArrayList<>();

  private Languages(String data) {
    data.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::line);
    namesElsewhere();
    names.ready();
  }

  /// A language named in a text.
  ///
  /// @param language English name: `German`
  /// @param start index of the first character
  /// @param end index after the last character
  public record Mention(String language, int start, int end) {}

  public static Languages standard() {
    return STANDARD;
  }

  /// English names of all languages known here.
  public List<String> all() {
    return List.copyOf(all);
  }

  /// The English name of the language called `name`.
  public Optional<String> named(String name) {
    return names.named(name);
  }

  /// Every language named in `text`, in its order.
  public List<Mention> find(String text) {
    return names.find(text).stream()
        .map(hit -> new Mention(hit.value(), hit.start(), hit.end()))
        .toList();
  }

  private void line(String line) {
    var parts = line.split("=", 2);
    var language = Alias.read(parts[0].strip());
    all.add(language.text());
    names.add(language.text(), language.text(), language.rule(), true, 0);
    if (parts.length > 1) {
      for (var alias : Alias.list(parts[1])) {
        names.add(language.text(), alias.text(), alias.rule(), false, 0);
      }
    }
  }

  /// `angielski`, `engelska`: no text is searched for these, as some are words of other languages.
  private void namesElsewhere() {
    for (String code : Locale.getISOLanguages()) {
      var language = Locale.of(code);
      String english = language.getDisplayLanguage(Locale.ENGLISH);
      if (all.contains(english)) {
        nameElsewhere(english, language.getDisplayLanguage(language));
        for (String in : ELSEWHERE) {
          nameElsewhere(english, language.getDisplayLanguage(Locale.of(in)));
        }
      }
    }
  }

  private void nameElsewhere(String language, String name) {
    if (names.senses(name).isEmpty()) {
      names.add(language, name, ONLY_NAMED, false, 0);
    }
  }
}
