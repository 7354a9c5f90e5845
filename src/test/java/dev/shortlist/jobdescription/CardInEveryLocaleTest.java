package dev.shortlist.jobdescription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CardInEveryLocaleTest {
  private static final JobDescriptionReader READER = new JobDescriptionReader(Taxonomy.standard());

  private static final String POST =
      """
      JUNIOR IT SYSTEM INTEGRATION ENGINEER (m/f/d), Istanbul

      Your tasks
      - Install Linux servers and write scripts in Python
      - Instruct trainees

      Requirements
      - At least 7 years of experience in system administration
      - 10 years of experience in system administration
      - 3 years of experience with PostgreSQL, and Linux
      - Bachelor's degree in Informatics or equivalent
      - ITALIAN at C1, INDONESIAN at B2
      - Young team, native speaker of English
      """;

  private static final JobDescription EXPECTED = inLocale(Locale.ROOT);

  @Example
  void the_post_has_numbers_in_its_labels_and_concerns() {
    assertThat(EXPECTED.requirements())
        .extracting(Requirement::label)
        .anyMatch(label -> label.contains("10"));
    assertThat(EXPECTED.concerns()).extracting(Concern::advice).anyMatch(it -> it.contains("7"));
  }

  @Property(tries = 150)
  void a_post_gives_the_same_card(@ForAll("locales") Locale locale) {
    assertThat(inLocale(locale)).isEqualTo(EXPECTED);
  }

  /// All the platform knows, with digits of their own and those of others.
  @Provide
  Arbitrary<Locale> locales() {
    var digits = Arbitraries.of("", "arab", "arabext", "deva", "thai", "beng", "mymr", "fullwide");
    return Combinators.combine(Arbitraries.of(Locale.getAvailableLocales()), digits)
        .as((locale, own) ->
            own.isEmpty()
                ? locale
                : new Locale.Builder()
                    .setLanguage(locale.getLanguage())
                    .setUnicodeLocaleKeyword("nu", own)
                    .build());
  }

  private static JobDescription inLocale(Locale locale) {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(locale);
      return READER.read(null, VisibleText.of(POST));
    } finally {
      Locale.setDefault(before);
    }
  }
}
