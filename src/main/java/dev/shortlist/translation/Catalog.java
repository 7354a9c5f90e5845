package dev.shortlist.translation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The texts of one language by their English, as a `.po` file has them: entries of one line each.
final class Catalog {
  static final Catalog EMPTY = new Catalog(Map.of());

  private static final String ENGLISH = "msgid ";
  private static final String TRANSLATED = "msgstr ";

  private final Map<String, String> texts;
  private final List<Template> templates;

  private Catalog(Map<String, String> texts) {
    this.texts = texts;
    this.templates =
        texts.entrySet().stream()
            .map(entry -> Template.of(entry.getKey(), entry.getValue()))
            .filter(Template::tells)
            .sorted(Comparator.comparingInt(template -> -template.letters()))
            .toList();
  }

  static Catalog of(Locale language) {
    var file = language.getLanguage() + ".po";
    try (var in = Catalog.class.getResourceAsStream(file);
        var lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
      return new Catalog(read(lines.lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  Optional<String> text(String english) {
    return Optional.ofNullable(texts.get(english));
  }

  /// The texts with places, those that say most first.
  List<Template> templates() {
    return templates;
  }

  Map<String, String> texts() {
    return texts;
  }

  private static Map<String, String> read(List<String> lines) {
    var texts = new LinkedHashMap<String, String>();
    String english = "";
    for (var line : lines) {
      if (line.startsWith(ENGLISH)) {
        english = unquoted(line.substring(ENGLISH.length()));
      } else if (line.startsWith(TRANSLATED) && !english.isEmpty()) {
        texts.put(english, unquoted(line.substring(TRANSLATED.length())));
      }
    }
    return texts;
  }

  private static String unquoted(String quoted) {
    return quoted
        .substring(1, quoted.length() - 1)
        .replace("\\\"", "\"")
        .replace("\\n", "\n")
        .replace("\\\\", "\\");
  }
}
