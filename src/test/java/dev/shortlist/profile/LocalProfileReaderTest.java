package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalProfileReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());

  private static final String CV =
      """
      Annika Oyelaran-Holm
      Senior Accountant
      Gothenburg, Sweden | annika.holm@example.com | +46 31 700 12 34 | linkedin.com/in/annikaholm

      Profile
      Accountant who likes tidy ledgers and has closed the books of three groups on time for years.

      Work Experience
      Senior Accountant
      Nordsten Shipping AB, Gothenburg, Sweden
      March 2019 - Present
      • Monthly closing in SAP for nine companies
      • Introduced Excel templates that halved the time of reporting
      Accountant
      Lund & Partner Consulting, Malmö, Sweden
      08/2015 – 02/2019
      • Tax returns for small firms

      Education
      B.Sc. in Business Administration
      Lund University
      2012 - 2015

      Skills
      SAP, Excel, Bookkeeping, Whale Counting

      Languages
      Swedish (native), English (C1), German: basic

      Certificates
      • Authorised Accountant, 2018
      """;

  @Test
  void name_and_addresses_are_read() {
    var contact = read(CV).contact();

    assertThat(value(contact.name())).isEqualTo("Annika Oyelaran-Holm");
    assertThat(contact.emails()).extracting(Fact::value).containsExactly("annika.holm@example.com");
    assertThat(contact.phones()).extracting(Fact::value).containsExactly("+46 31 700 12 34");
    assertThat(contact.links()).containsExactly("linkedin.com/in/annikaholm");
    assertThat(value(contact.location())).isEqualTo("Gothenburg, Sweden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "María de la Concepción Fernández de Córdoba",
        "Juan Carlos de los Santos Rodríguez de la Vega",
        "Abdul Rahman bin Yusuf bin Salim Al Harthy"
      })
  void a_name_may_have_many_particles(String name) {
    var text = name + "\nLoom fitter" + CV.substring(CV.indexOf('\n', CV.indexOf('\n') + 1));

    assertThat(value(read(text.replace("annika.holm", "post")).contact().name())).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ADAEZE  EKWENSI                        | ADAEZE EKWENSI
          Adaeze  Ngozi  Ekwensi                 | Adaeze Ngozi Ekwensi
          Adaeze  Ekwensi        Northford       | Adaeze Ekwensi
          Adaeze Ekwensi    Accountant           | Adaeze Ekwensi
          A D A E Z E  E K W E N S I             | ADAEZE EKWENSI
          Adaeze    adaeze@example.com           | Adaeze
          """)
  void a_name_is_whole_however_far_its_words_stand_apart(String line, String name) {
    var text = line + CV.substring(CV.indexOf('\n'));

    assertThat(value(read(text).contact().name())).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Technical Skills Loom Setting", "SKILLS Looms Boilers"})
  void a_line_of_skills_is_nobodys_name(String line) {
    assertThat(
            read(line + "\n\nWork\nLoom Fitter, Copper Mill Ltd, 2015 - 2018\n").contact().name())
        .isNull();
  }

  @Test
  void a_word_more_or_less_in_a_bullet_does_not_move_the_posts() {
    var bullet = "• Introduced Excel templates that halved the time of reporting";

    for (String start : List.of("She introduced", "Has, all by herself, introduced", "Set up")) {
      var changed = CV.replace(bullet, bullet.replace("Introduced", start));
      assertThat(read(changed).work())
          .as(start)
          .extracting(post -> value(post.title()))
          .containsExactly("Senior Accountant", "Accountant");
    }
  }

  @Test
  void a_line_that_had_no_room_in_a_wrapped_text_goes_on() {
    var wrapped =
        CV.replace(
            "• Tax returns for small firms",
            """
            • Prepared the tax returns of small firms in the whole of the
            north and answered what the authorities in Stockholm and in
            Gothenburg asked about them\
            """);

    var work = read(wrapped).work();

    assertThat(work).hasSize(2);
    assertThat(work.getLast().highlights()).hasSize(1);
  }

  @Test
  void posts_are_read_newest_first() {
    var work = read(CV).work();

    assertThat(work)
        .extracting(post -> value(post.title()))
        .containsExactly("Senior Accountant", "Accountant");
    assertThat(work)
        .extracting(post -> value(post.company()))
        .containsExactly("Nordsten Shipping AB", "Lund & Partner Consulting");
    assertThat(value(work.getFirst().period()))
        .isEqualTo(new Period(YearMonth.of(2019, 3), YearMonth.of(2026, 11), true, false));
    assertThat(work.getFirst().highlights()).hasSize(2);
  }

  @Test
  void education_has_level_field_and_period() {
    var course = read(CV).education().getFirst();

    assertThat(value(course.institution())).isEqualTo("Lund University");
    assertThat(course.level()).isEqualTo(DegreeLevel.BACHELOR);
    assertThat(value(course.field())).isEqualTo("Business Administration");
    assertThat(value(course.period()))
        .isEqualTo(new Period(YearMonth.of(2012, 1), YearMonth.of(2015, 12), false, true));
  }

  @Test
  void a_listed_skill_that_the_taxonomy_does_not_know_is_kept_as_written() {
    assertThat(read(CV).skills())
        .filteredOn(skill -> !skill.known())
        .extracting(SkillUse::name)
        .contains("Whale Counting");
  }

  @Test
  void a_skill_named_in_a_post_was_used_in_its_years() {
    var excel =
        read(CV).skills().stream().filter(skill -> skill.name().contains("Excel")).findFirst();

    assertThat(excel.orElseThrow().years()).isEqualTo(7.8);
    assertThat(excel.orElseThrow().lastUsed()).isEqualTo(YearMonth.of(2026, 11));
  }

  @Test
  void languages_have_levels() {
    assertThat(read(CV).languages())
        .extracting(l -> l.language().value() + " " + l.level())
        .containsExactly("Swedish NATIVE", "English C1", "German A2");
  }

  @Test
  void years_count_up_to_the_present() {
    assertThat(read(CV).years()).isEqualTo(11.3);
  }

  @Test
  void present_means_the_date_of_the_file() {
    var profile = READER.read(source(CV, LocalDate.of(2021, 5, 3)), TODAY);

    assertThat(profile.asOf()).isEqualTo(LocalDate.of(2021, 5, 3));
    assertThat(profile.warnings()).extracting(Warning::kind).contains(Warning.Kind.OLD);
  }

  @Test
  void a_date_of_the_file_before_the_newest_date_of_the_text_is_not_believed() {
    assertThat(READER.read(source(CV, LocalDate.of(2017, 1, 1)), TODAY).asOf()).isEqualTo(TODAY);
  }

  @Test
  void a_date_of_the_file_in_the_future_is_not_believed() {
    assertThat(READER.read(source(CV, LocalDate.of(2031, 1, 1)), TODAY).asOf()).isEqualTo(TODAY);
  }

  @Test
  void an_empty_text_gives_an_empty_profile() {
    var profile = read("");

    assertThat(profile.contact().name()).isNull();
    assertThat(profile.work()).isEmpty();
    assertThat(profile.skills()).isEmpty();
    assertThat(profile.warnings()).extracting(Warning::kind).contains(Warning.Kind.NOT_A_CV);
  }

  @Test
  void a_letter_is_told_from_a_cv() {
    var profile =
        read(
            """
            Dear Ms Example,
            I would like to work in your bakery, because I have baked bread all my life.
            Yours sincerely
            Tom Sampleton
            """);

    assertThat(profile.warnings()).extracting(Warning::kind).contains(Warning.Kind.COVER_LETTER);
  }

  @Test
  void an_invoice_is_no_cv_and_has_no_person() {
    var profile =
        read(
            """
            Invoice 4711
            Paper Clips, 20 boxes
            Total 41.50
            Please pay within 14 days to the account below.
            """);

    assertThat(profile.warnings()).extracting(Warning::kind).contains(Warning.Kind.NOT_A_CV);
    assertThat(profile.contact().name()).isNull();
  }

  @Test
  void a_german_cv_is_read() {
    var profile =
        read(
            """
            Lebenslauf
            Jürgen Beispielmann
            Musterstraße 1, 12345 Beispielstadt
            Telefon: 030 1234567
            j.beispielmann@example.com

            Berufserfahrung
            seit 04/2018 Projektleiter, Muster Bau GmbH, Leipzig
            09/2010 – 03/2018 Bauingenieur, Hoch & Tief AG, Dresden

            Ausbildung
            2005 – 2010 Technische Universität Dresden, Diplom Bauingenieurwesen

            Kenntnisse
            AutoCAD, MS Project

            Sprachen
            Deutsch (Muttersprache), Englisch (fließend)
            """);

    assertThat(value(profile.contact().name())).isEqualTo("Jürgen Beispielmann");
    assertThat(profile.contact().phones()).extracting(Fact::value).containsExactly("030 1234567");
    assertThat(profile.work())
        .extracting(post -> value(post.company()))
        .containsExactly("Muster Bau GmbH", "Hoch & Tief AG");
    assertThat(profile.work())
        .extracting(post -> value(post.title()))
        .containsExactly("Projektleiter", "Bauingenieur");
    assertThat(profile.education().getFirst().level()).isEqualTo(DegreeLevel.MASTER);
    assertThat(profile.languages()).hasSize(2);
  }

  private static Profile read(String text) {
    return READER.read(source(text, null), TODAY);
  }

  private static Extraction.Text source(String text, @Nullable LocalDate dated) {
    return new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), dated, List.of());
  }

  private static <T> @Nullable T value(@Nullable Fact<T> fact) {
    return fact == null ? null : fact.value();
  }
}
