package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names of human languages in English, German, French, Spanish, Italian, Dutch and Portuguese.
public final class Languages {
  private static final Languages STANDARD = new Languages(Sources.resource("languages.txt"));

  private final Phrases<String> names = new Phrases<>();
  private final List<String> all = new ArrayList<>();

  private Languages(String data) {
    data.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::line);
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
}
