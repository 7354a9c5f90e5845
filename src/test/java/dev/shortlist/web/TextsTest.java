package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

class TextsTest {
  private static final Path FOLDER = Path.of("src/main/resources/dev/shortlist/web/texts");
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([a-z-]+\\.[A-Za-z.-]*)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  @AfterEach
  void forget() {
    LocaleContextHolder.resetLocaleContext();
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_language_has_every_text(String file) {
    assertThat(read(file, "_de").keySet()).isEqualTo(read(file, "").keySet());
    assertThat(read(file, "_fr").keySet()).isEqualTo(read(file, "").keySet());
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_translation_has_the_same_places(String file) {
    var english = read(file, "");
    for (String language : Set.of("_de", "_fr")) {
      read(file, language)
          .forEach((key, text) ->
              assertThat(places(text))
                  .as("%s%s", key, language)
                  .isEqualTo(places(english.getProperty((String) key, ""))));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_key_begins_with_its_file(String file) {
    assertThat(read(file, "").keySet())
        .allSatisfy(key -> assertThat((String) key).startsWith(file + "."));
  }

  /// In a pattern the straight one is a mark of its own, and it is the wrong one in print anyway.
  @ParameterizedTest
  @MethodSource("files")
  void apostrophes_are_curly(String file) throws IOException {
    for (String language : Set.of("", "_de", "_fr")) {
      assertThat(Files.readString(path(file, language))).doesNotContain("'");
    }
  }

  /// A key that ends in a point goes on with the name of a constant.
  @Test
  void what_a_page_says_is_a_text_and_every_text_is_said_somewhere() throws IOException {
    var texts =
        files()
            .flatMap(file -> read(file, "").keySet().stream())
            .map(String.class::cast)
            .collect(Collectors.toSet());
    var said = said();
    var begun = said.stream().filter(key -> key.endsWith(".")).toList();
    said.removeAll(begun);
    assertThat(texts).containsAll(said);
    texts.removeAll(said);
    texts.removeIf(text -> begun.stream().anyMatch(text::startsWith));
    assertThat(texts).isEmpty();
  }

  /// The pages' texts, the catalogues, the mails and what applicants agree to.
  @ParameterizedTest
  @ValueSource(strings = {"de", "fr"})
  void no_text_in_another_language_is_in_english(String language) throws IOException {
    var resources = Path.of("src/main/resources/dev/shortlist");
    try (var files = Files.walk(resources)) {
      var texts =
          files
              .filter(file ->
                  file.toString().matches(".*[_/]%s\\.(properties|txt|po)".formatted(language)))
              .toList();
      assertThat(texts).hasSizeGreaterThan(15);
      for (var file : texts) {
        var said =
            Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("msgid") && !line.startsWith("#"))
                .map(line -> line.replaceFirst("^[\\w.-]+=", ""))
                .collect(Collectors.joining("\n"));
        assertThat(TourBrowserTest.english(said)).as("%s", file).isEmpty();
      }
    }
  }

  @Test
  void numbers_and_plurals_are_those_of_the_language() {
    assertThat(Words.count(1, "cv") + ", " + Words.count(1200, "cv")).isEqualTo("1 CV, 1,200 CVs");
    LocaleContextHolder.setLocale(Locale.GERMANY);
    assertThat(Words.count(1, "cv") + ", " + Words.count(1200, "cv"))
        .isEqualTo("1 Lebenslauf, 1.200 Lebensläufe");
    assertThat(Words.years(6.5)).isEqualTo("6,5\u00a0Jahre");
    LocaleContextHolder.setLocale(Locale.FRANCE);
    assertThat(Words.years(1.5) + ", " + Words.years(2)).isEqualTo("1,5\u00a0an, 2\u00a0ans");
  }

  @Test
  void a_language_the_pages_do_not_have_is_answered_in_english() {
    LocaleContextHolder.setLocale(Locale.JAPAN);
    assertThat(Texts.say("layout.settings")).isEqualTo("Settings");
  }

  static Stream<String> files() {
    return Texts.FILES.stream();
  }

  private static Properties read(String file, String language) {
    var texts = new Properties();
    try (var reader = Files.newBufferedReader(path(file, language))) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Path path(String file, String language) {
    return FOLDER.resolve(file + language + ".properties");
  }

  private static Set<String> places(Object text) {
    return PLACE
        .matcher(String.valueOf(text))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> said() throws IOException {
    var said = new TreeSet<String>();
    for (Path folder :
        new Path[] {Path.of("src/main/jte"), Path.of("src/main/java/dev/shortlist/web")}) {
      try (var sources = Files.walk(folder)) {
        for (Path source : sources.filter(Files::isRegularFile).toList()) {
          SAID.matcher(Files.readString(source))
              .results()
              .forEach(match -> said.add(match.group(1)));
        }
      }
    }
    return said;
  }
}
