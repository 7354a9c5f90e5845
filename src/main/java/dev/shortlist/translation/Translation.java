package dev.shortlist.translation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Says in another language what the core says in English.
///
/// English is what is kept and what programs get. A kept sentence is read back by its pattern in
/// the catalogue (`LANGUAGE.po`, `docs/decisions/0020-translation.md`), so that results of any age
/// read in every language. What is in no catalogue, such as a person's or a language model's own
/// words, stays as it is, and so does whatever stands in quotation marks. Safe for many threads.
public final class Translation {
  /// The languages there are, English first.
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

  /// Changes nothing.
  public static final Translation ENGLISH = new Translation(Locale.ENGLISH, Catalog.EMPTY);

  private static final List<Translation> ALL =
      Stream.concat(
              Stream.of(ENGLISH),
              LANGUAGES.stream()
                  .skip(1)
                  .map(language -> new Translation(language, Catalog.of(language))))
          .toList();

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d)?");
  private static final String LABELLED = "{0}: {1}";
  private static final int KEPT = 20_000;

  /// A longer text than the core writes is somebody's own.
  private static final int LONGEST = 4_000;

  private final Locale language;
  private final Catalog catalog;
  private final Cache<String, String> said = Caffeine.newBuilder().maximumSize(KEPT).build();

  private Translation(Locale language, Catalog catalog) {
    this.language = language;
    this.catalog = catalog;
  }

  /// The translation into a language, which is English where there is no other.
  public static Translation into(Locale wanted) {
    return ALL.stream()
        .filter(one -> one.language.getLanguage().equals(wanted.getLanguage()))
        .findFirst()
        .orElse(ENGLISH);
  }

  /// Into the first of these languages that there is, as a browser or a program names them.
  ///
  /// @param ranges an `Accept-Language` of HTTP; English for a malformed one
  public static Translation accepted(String ranges) {
    try {
      var found = Locale.lookup(Locale.LanguageRange.parse(ranges), LANGUAGES);
      return found == null ? ENGLISH : into(found);
    } catch (IllegalArgumentException malformed) {
      return ENGLISH;
    }
  }

  /// One of [#LANGUAGES].
  public Locale language() {
    return language;
  }

  /// What the core said, in this language.
  public String of(String english) {
    if (catalog.isEmpty() || english.isBlank() || english.length() > LONGEST) {
      return english;
    }
    return said.get(english, text -> read(text).orElse(text));
  }

  /// A text of the catalogue with `values` in its places; numbers as the language writes them.
  ///
  /// @param english as the catalogue has it: `{0#} of {1#}`
  public String say(String english, Object... values) {
    var text = catalog.text(english).orElse(english);
    return Template.filled(text, place -> value(values[place]));
  }

  private String value(Object value) {
    return value instanceof Number number ? number(number) : figure(value.toString());
  }

  /// Digits with a point, as the core writes them, with the mark of this language.
  private String figure(String words) {
    return NUMBER.matcher(words).matches() ? words.replace('.', decimal()) : words;
  }

  /// A number with at most one digit after the point.
  public String number(Number number) {
    var format = NumberFormat.getInstance(language);
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }

  private Optional<String> read(String text) {
    return catalog
        .text(text)
        .or(() -> inTwo(text, ". ", 1, this::one))
        .or(() -> inTwo(text, "? ", 1, this::one))
        .or(() -> one(text))
        .or(() -> labelled(text));
  }

  /// A sentence: of one pattern, or of several clauses.
  private Optional<String> one(String sentence) {
    if (!sentence.endsWith(".")) {
      return catalog.text(sentence).or(() -> pattern(sentence));
    }
    var clauses = sentence.substring(0, sentence.length() - 1);
    return catalog
        .text(sentence)
        .or(() -> clauses(clauses).map(read -> read + "."))
        .or(() -> pattern(sentence));
  }

  private Optional<String> clauses(String text) {
    for (int at = text.indexOf("; "); at >= 0; at = text.indexOf("; ", at + 1)) {
      var first = whole(text.substring(0, at));
      var rest = first.isPresent() ? clauses(text.substring(at + 2)) : Optional.<String>empty();
      if (rest.isPresent()) {
        return Optional.of(first.get() + semicolon() + rest.get());
      }
    }
    return whole(text);
  }

  private Optional<String> whole(String clause) {
    return catalog.text(clause).or(() -> pattern(clause));
  }

  /// Both parts are known, or it is not so divided.
  private Optional<String> inTwo(
      String text, String between, int kept, Function<String, Optional<String>> first) {
    for (int at = text.indexOf(between); at >= 0; at = text.indexOf(between, at + 1)) {
      var before = first.apply(text.substring(0, at + kept));
      var after =
          before.isPresent()
              ? read(text.substring(at + between.length()))
              : Optional.<String>empty();
      if (after.isPresent()) {
        return Optional.of(before.get() + " " + after.get());
      }
    }
    return Optional.empty();
  }

  private Optional<String> labelled(String text) {
    for (int at = text.indexOf(": "); at >= 0; at = text.indexOf(": ", at + 1)) {
      var rest = read(text.substring(at + 2));
      if (rest.isPresent()) {
        return Optional.of(say(LABELLED, word(text.substring(0, at)), rest.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> pattern(String text) {
    for (var template : catalog.templates()) {
      var places = template.places(text);
      if (places.isPresent()) {
        return Optional.of(
            Template.filled(template.text(), place -> placed(places.get().get(place))));
      }
    }
    return Optional.empty();
  }

  private String placed(Template.Place place) {
    return switch (place.kind()) {
      case QUOTE -> place.words();
      case WORDS, NUMBER -> word(place.words());
      case LIST -> {
        var words = new ArrayList<String>();
        for (var one : place.words().split(", ", -1)) {
          words.add(word(one));
        }
        yield String.join(", ", words);
      }
    };
  }

  private String word(String words) {
    return words.startsWith("“") ? words : whole(words).orElseGet(() -> figure(words));
  }

  private char decimal() {
    return language.equals(Locale.ENGLISH) ? '.' : ',';
  }

  private String semicolon() {
    return language.equals(Locale.FRENCH) ? "\u202f; " : "; ";
  }
}
