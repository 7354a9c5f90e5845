package dev.shortlist.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhrasesPropertiesTest {
  private static final List<String> WORDS =
      List.of("red", "green", "blue", "deep", "C++", "C#", ".NET", "boxes", "and", "Go", "colour");
  private static final List<String> BETWEEN =
      List.of(" ", "-", "/", ", ", ". ", "\n", " & ", "\n\n");
  private final Taxonomy taxonomy = Taxonomy.standard();

  @Property(tries = 300)
  void mentions_are_within_bounds_in_order_and_never_overlap(@ForAll String text) {
    int free = 0;
    for (var mention : taxonomy.mentions(text)) {
      assertThat(mention.start()).isGreaterThanOrEqualTo(free);
      assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(text.length());
      free = mention.end();
    }
  }

  @Property(tries = 500)
  void no_longer_phrase_stands_where_one_was_found(
      @ForAll("texts") String text, @ForAll("phrases") List<String> phrases) {
    var known = new Phrases<String>();
    phrases.stream().distinct().forEach(p -> known.add(p, p, Rule.NONE, true, 0));
    known.ready();

    for (var hit : known.find(text)) {
      for (var phrase : phrases) {
        var alone = new Phrases<String>();
        alone.add(phrase, phrase, Rule.NONE, true, 0);
        assertThat(alone.ready().find(text.substring(hit.start())))
            .noneMatch(other -> other.start() == 0 && hit.start() + other.end() > hit.end());
      }
    }
  }

  @Property(tries = 300)
  void a_phrase_is_found_in_whatever_capitals(@ForAll("phrase") String phrase) {
    var known = new Phrases<String>();
    known.add("it", phrase, Rule.NONE, true, 0);
    known.ready();

    assertThat(known.find(phrase.toUpperCase(Locale.ROOT))).isNotEmpty();
    assertThat(known.find("(" + phrase + ")")).isNotEmpty();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(WORDS)
        .flatMap(w -> Arbitraries.of(BETWEEN).map(b -> w + b))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> phrase() {
    return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(3).map(w -> String.join(" ", w));
  }

  @Provide
  Arbitrary<List<String>> phrases() {
    return phrase().list().ofMinSize(1).ofMaxSize(5);
  }
}
