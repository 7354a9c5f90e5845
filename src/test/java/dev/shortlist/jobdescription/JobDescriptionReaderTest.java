package dev.shortlist.jobdescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JobDescriptionReaderTest {
  private static final List<String> TOOLS =
      List.of("Java", "Kotlin", "Python", "PostgreSQL", "Docker", "Terraform");

  private final JobDescriptionReader reader = new JobDescriptionReader(Taxonomy.standard());

  @Test
  void a_text_that_asks_for_nothing_has_no_requirements() {
    assertThat(read("We sell tea. Our shop is in the old town.").requirements()).isEmpty();
    assertThat(read("").requirements()).isEmpty();
  }

  @Test
  void ids_follow_the_text() {
    var card = requiring("Python", "Docker", "Fluent German");

    assertThat(card.requirements()).extracting(Requirement::id).containsExactly("r1", "r2", "r3");
    assertThat(card.requirements())
        .extracting(one -> one.passage().start())
        .isSortedAccordingTo(Integer::compare);
  }

  @Test
  void every_passage_stands_in_the_text() {
    var card = requiring("Python or Java", "Master's degree preferred", "Driving licence");

    assertThat(card.requirements())
        .allSatisfy(one ->
            assertThat(card.text().text().substring(one.passage().start(), one.passage().end()))
                .isEqualTo(one.passage().quote()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Java or Kotlin",
        "Java/Kotlin",
        "Java and/or Kotlin",
        "Experience with Java or Kotlin",
        "One of the following: Java, Kotlin",
        "either Java or Kotlin",
        "a language such as Java, Kotlin, etc.",
        "Java oder Kotlin",
        "Java ou Kotlin"
      })
  void either_or_is_one_requirement(String line) {
    assertThat(skills(requiring(line))).containsExactly(List.of("java", "kotlin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Java and Kotlin", "Java, Kotlin", "Java, Kotlin and more", "Java; Kotlin"})
  void a_list_is_several_requirements(String line) {
    assertThat(skills(requiring(line))).containsExactly(List.of("java"), List.of("kotlin"));
  }

  @Test
  void an_or_binds_its_own_list_only() {
    assertThat(skills(requiring("Java, Kotlin or Scala, and Docker")))
        .containsExactly(List.of("java", "kotlin", "scala"), List.of("docker"));
  }

  @Property(tries = 200)
  void any_list_with_or_asks_for_any_one(@ForAll("tools") List<String> tools) {
    var line = String.join(", ", tools.subList(0, tools.size() - 1)) + " or " + tools.getLast();
    var ids =
        tools.stream().map(tool -> Taxonomy.standard().named(tool).orElseThrow().id()).toList();

    assertThat(skills(requiring(line))).containsExactly(ids);
  }

  @Property(tries = 200)
  void any_list_with_and_asks_for_each(@ForAll("tools") List<String> tools) {
    var line = String.join(", ", tools.subList(0, tools.size() - 1)) + " and " + tools.getLast();

    assertThat(skills(requiring(line))).hasSameSizeAs(tools);
  }

  @Test
  void years_go_to_the_tool_they_are_asked_for() {
    var card = requiring("5+ years of experience with Java or Kotlin, Docker is a plus");

    assertThat(card.requirements())
        .extracting(Requirement::need)
        .contains(
            new Need.Skill(List.of("java", "kotlin"), 5), new Need.Skill(List.of("docker"), 0));
  }

  @Test
  void years_with_a_tool_are_experience_where_no_other_is_asked_for() {
    assertThat(needs(requiring("6+ years with Python")))
        .containsExactly(new Need.Skill(List.of("python"), 6), new Need.Experience(6, "Python"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Minimum of five years of related accounting experience    | 5 | accounting
          3-5 years of experience in retail banking                 | 3 | retail banking
          2 years as a line cook                                    | 2 | line cook
          At least 4 years of experience                            | 4 |
          Several years of experience in logistics                  | 0 | logistics
          Mindestens drei Jahre Berufserfahrung als Erzieherin      | 3 | Erzieherin
          2 ans d'expérience en restauration                        | 2 | restauration
          """)
  void experience_has_years_and_a_field(String line, int years, String field) {
    assertThat(needs(requiring(line))).contains(new Need.Experience(years, field));
  }

  @Test
  void a_degree_has_level_fields_and_equivalents() {
    assertThat(
            needs(requiring("Bachelor's degree in economics or finance, or equivalent experience")))
        .containsExactly(
            new Need.Degree(DegreeLevel.BACHELOR, List.of("economics", "finance"), true));
  }

  @Test
  void the_lower_of_two_alternative_degrees_is_enough() {
    assertThat(needs(requiring("B.A. or M.A. in History")))
        .containsExactly(new Need.Degree(DegreeLevel.BACHELOR, List.of("History"), false));
  }

  @Test
  void required_and_preferred_are_told_apart_within_a_sentence() {
    var card = requiring("Bachelor's degree required, Master's preferred");

    assertThat(card.requirements())
        .extracting(Requirement::importance)
        .containsExactly(Importance.REQUIRED, Importance.PREFERRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Python is a plus", "Ideally you know Python", "Python (preferred)",
            "Python would be an advantage",
        "Nice to have: Python", "Python von Vorteil", "Idealerweise Python",
            "Python serait un plus",
        "Python is desirable but not required", "Preferably Python"
      })
  void what_is_only_welcome_is_preferred(String line) {
    assertThat(requiring(line).requirements())
        .extracting(Requirement::importance)
        .containsExactly(Importance.PREFERRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nice to have",
        "Preferred qualifications:",
        "Bonus points",
        "DESIRABLE",
        "Wünschenswert",
        "Atouts"
      })
  void a_heading_can_make_all_below_it_preferred(String heading) {
    var card = read("Clerk\n\n%s\n- Python\n- Docker".formatted(heading));

    assertThat(card.requirements())
        .hasSize(2)
        .allMatch(one -> one.importance() == Importance.PREFERRED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Valid driver's license required                     | LICENCE
          Führerschein Klasse B                               | LICENCE
          Permis B obligatoire                                | LICENCE
          Must be legally authorized to work in Canada        | WORK_PERMIT
          We are unable to provide visa sponsorship           | WORK_PERMIT
          Must live within 20 miles of the depot              | LOCATION
          Willing to travel up to 30%                         | TRAVEL
          Reisebereitschaft                                   | TRAVEL
          Able to work night shifts and weekends              | SHIFTS
          Bereitschaft zur Schichtarbeit                      | SHIFTS
          """)
  void conditions_are_gates(String line, Need.Condition.Kind kind) {
    assertThat(requiring(line).requirements())
        .singleElement()
        .returns(Importance.GATE, Requirement::importance)
        .satisfies(one -> assertThat(((Need.Condition) one.need()).kind()).isEqualTo(kind));
  }

  @Test
  void a_condition_that_is_only_welcome_is_a_preferred_wording() {
    assertThat(requiring("A forklift licence is a plus").requirements())
        .singleElement()
        .returns(Importance.PREFERRED, Requirement::importance);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fluent English                       | English | C1
          Good command of German (B2)          | German  | B2
          Verhandlungssicheres Englisch        | English | C1
          Sehr gute Deutschkenntnisse          | German  | C1
          Anglais courant                      | English | C1
          Basic Spanish                        | Spanish | A2
          Native French                        | French  | C1
          Native English speakers only         | English | C1
          English: native speakers only        | English | C1
          English C2, native speakers only     | English | C2
          English B2, native speakers only     | English | B2
          Native or fluent German              | German  | C1
          Muttersprache Deutsch                | German  | C1
          Native-level English                 | English | C2
          Deutsch auf Muttersprachniveau       | German  | C2
          """)
  void languages_have_levels(String line, String language, String level) {
    assertThat(needs(requiring(line))).containsExactly(new Need.Language(language, level));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          German C1 and English B2                          | C1 | B2
          Sehr gute Deutschkenntnisse, Englisch von Vorteil | C1 |
          Fluent in German and English                      | C1 | C1
          """)
  void each_language_has_the_level_that_is_said_of_it(
      String line, String german, @Nullable String english) {
    assertThat(needs(requiring(line)))
        .containsExactlyInAnyOrder(
            new Need.Language("German", german), new Need.Language("English", english));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Urgent opening - Weaver, Night Shift                | Weaver, Night Shift
          REQUIREMENT OF SITE ENGINEER                        | SITE ENGINEER
          JOB TITLE: Weaver REPORTS TO: Hall Manager GRADE: 4 | Weaver
          """)
  void a_title_is_found_among_what_stands_around_it(String line, String title) {
    assertThat(read(line + "\n\nRequirements\n- Three years as a weaver\n").title())
        .isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Age below 42 years.", "Age should be below 35", "Age: not more than 30 years"})
  void an_age_is_warned_of_and_never_asked_for(String line) {
    var card = requiring(line);

    assertThat(card.requirements()).isEmpty();
    assertThat(card.concerns()).anyMatch(concern -> concern.kind() == Concern.Kind.UNLAWFUL);
  }

  @Test
  void bullets_that_were_misread_as_letters_still_part_the_lines() {
    assertThat(
            needs(
                read(
                    "Weaver\n\nRequirements\nâ€¢ Excel\nâ€¢ Bachelor's degree in textiles\nâ€¢ PRINCE2\n")))
        .hasSize(3);
  }

  @Test
  void native_speakers_are_warned_of_and_asked_for_is_what_the_lawful_words_ask() {
    var card = requiring("Native English speakers only");
    var concern = card.concerns().getFirst();
    var reworded = new Rewording().words(concern).orElseThrow();

    assertThat(concern.kind()).isEqualTo(Concern.Kind.UNLAWFUL);
    assertThat(concern.advice()).contains("is asked for at C1, or at the level beside it");
    assertThat(needs(requiring(reworded))).isEqualTo(needs(card));
    assertThat(requiring("Native speakers only").requirements()).isEmpty();
  }

  @Test
  void of_languages_with_or_between_them_any_will_do() {
    assertThat(needs(requiring("Fluent Spanish or English")))
        .containsExactly(new Need.Language("English or Spanish", "C1"));
  }

  @Test
  void a_cuisine_and_a_market_are_no_languages() {
    assertThat(needs(requiring("Knowledge of French cuisine", "Experience of the German market")))
        .noneMatch(need -> need instanceof Need.Language);
  }

  @Test
  void the_same_skill_asked_twice_is_one_requirement_with_the_strongest_importance() {
    var card = read("Clerk\n\nNice to have\n- Python\n\nRequirements\n- Python\n- Docker");

    assertThat(skills(card)).containsExactlyInAnyOrder(List.of("python"), List.of("docker"));
    assertThat(card.requirements()).allMatch(one -> one.importance() == Importance.REQUIRED);
  }

  @Test
  void what_is_asked_more_often_weighs_more() {
    var card = read("Clerk\n\nRequirements\n- Docker\n- Python\n- Strong Python for data work");

    assertThat(weight(card, "Python")).isGreaterThan(weight(card, "Docker"));
  }

  @Test
  void the_heaviest_of_a_dimension_weighs_one() {
    var card = requiring("Python", "Docker is a plus", "Bachelor's degree", "3 years in retail");

    assertThat(weight(card, "Python")).isEqualTo(1);
    assertThat(weight(card, "Docker")).isLessThan(0.5);
  }

  @Test
  void a_tool_nobody_knows_is_kept_in_its_own_words() {
    assertThat(needs(requiring("Experience with Zorblatt mixing consoles")))
        .containsExactly(new Need.Wording("Zorblatt mixing consoles"));
    assertThat(needs(requiring("Python, QZXF and Docker"))).contains(new Need.Wording("QZXF"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dynamic and hardworking personality",
        "Other duties as assigned",
        "N/A",
        "Positive attitude",
        "We are an equal opportunity employer",
        "Apply now with your CV",
        "Hybrid, 3 days in the office near the harbour.",
        "Gear discount of 40%.",
        "Dogs are welcome."
      })
  void noise_is_no_requirement(String line) {
    assertThat(requiring(line).requirements())
        .noneMatch(one -> one.need() instanceof Need.Wording || one.need() instanceof Need.Skill);
  }

  @Test
  void benefits_and_company_prose_ask_for_nothing() {
    var card =
        read(
            """
            Clerk

            About us
            Founded in 1950, we use Java and Docker and have 3 years of growth behind us.

            Benefits
            - Python courses
            - 401(k)
            """);

    assertThat(card.requirements()).isEmpty();
    assertThat(card.duties()).isEmpty();
  }

  @Test
  void lines_glued_together_are_taken_apart() {
    var card =
        read(
            "Clerk\n\nRequirements:Bachelor's degree in AccountingMinimum of 5 years of experienceExcellent Excel");

    assertThat(needs(card))
        .contains(
            new Need.Degree(DegreeLevel.BACHELOR, List.of("Accounting"), false),
            new Need.Experience(5, null));
  }

  @Test
  void wrapped_lines_are_one_sentence() {
    var card =
        read(
            """
            Clerk

            Requirements
            - At least 4 years of experience in the planning and the daily running of a
            warehouse and its fleet
            """);

    assertThat(card.requirements())
        .first()
        .satisfies(one -> assertThat(one.passage().quote()).endsWith("its fleet"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Senior Accountant (m/f/d)                       | Senior Accountant
          We're hiring: Line Cook                         | Line Cook
          Job Title: Payroll Clerk                        | Payroll Clerk
          *** Plumber *** URGENT ***                      | Plumber
          Warehouse Associate - Full Time                 | Warehouse Associate
          Pflegefachkraft (m/w/d)                         | Pflegefachkraft
          Comptable H/F                                   | Comptable
          """)
  void titles_are_cleaned(String raw, String title) {
    assertThat(reader.read(raw, VisibleText.of("")).title()).isEqualTo(title);
  }

  @Test
  void a_title_is_found_in_a_sentence() {
    assertThat(
            read("Since 1950 we have made doors. We are looking for a Carpenter to join our workshop.")
                .title())
        .isEqualTo("Carpenter");
  }

  @ParameterizedTest
  @CsvSource({
    "Senior Accountant,SENIOR",
    "Junior Cook,JUNIOR",
    "Marketing Intern,TRAINEE",
    "Head of Sales,LEAD",
    "Managing Director,EXECUTIVE",
    "Teamleiter Lager,LEAD",
    "Auszubildende Pflege,TRAINEE"
  })
  void seniority_is_read_from_the_title(String title, Seniority seniority) {
    assertThat(reader.read(title, VisibleText.of("")).seniority()).isEqualTo(seniority);
  }

  @Test
  void the_occupation_is_the_one_the_title_names() {
    var card = reader.read("Senior Backend Developer (m/f/d)", VisibleText.of(""));

    assertThat(card.occupation()).isEqualTo("backend-developer");
  }

  @Test
  void a_card_survives_json() {
    var json = JsonMapper.builder().build();
    var card =
        requiring(
            "Java or Kotlin",
            "3 years in retail",
            "B.Sc. preferred",
            "Fluent German",
            "Teamwork",
            "Driving licence",
            "Zorblatt consoles",
            "young team");

    var back = json.readValue(json.writeValueAsString(card), JobDescription.class);

    assertThat(back).isEqualTo(card);
  }

  @Test
  void the_version_names_reader_and_taxonomy() {
    assertThat(reader.version()).startsWith("jd-").endsWith(Taxonomy.standard().version());
    assertThat(read("Clerk").version()).isEqualTo(reader.version());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a ",
        "Java ",
        "3-5 years of ",
        "- or , ",
        "....",
        "((((",
        "Requirements: ",
        "; ",
        ", plus"
      })
  void a_megabyte_in_one_line_is_read_in_bounded_time(String piece) {
    var text = VisibleText.of(piece.repeat(1_000_000 / piece.length()));

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> reader.read(null, text));
  }

  @Test
  void a_name_within_a_longer_name_is_read_once() {
    assertThat(
            read("Clerk\n\nRequirements\n- Migration by LSMW With Oracle Zebra\n").requirements())
        .anySatisfy(one -> assertThat(one.label()).contains("LSMW"));
  }

  @Property(tries = 300)
  void any_text_gives_a_valid_card(@ForAll @StringLength(max = 600) String text) {
    assertThatCode(() -> reader.read(null, VisibleText.of(text))).doesNotThrowAnyException();
  }

  @Property(tries = 200)
  void any_mix_of_phrases_gives_a_valid_and_equal_card(@ForAll("posts") String post) {
    var first = read(post);

    assertThat(read(post)).isEqualTo(first);
    assertThat(first.requirements())
        .allSatisfy(one -> assertThat(first.text().text()).contains(one.passage().quote()));
  }

  @Provide
  static Arbitrary<List<String>> tools() {
    return Arbitraries.of(TOOLS).list().ofMinSize(2).ofMaxSize(5).uniqueElements();
  }

  @Provide
  static Arbitrary<String> posts() {
    return Arbitraries.of(
            "Requirements:",
            "Nice to have",
            "About us",
            "- Java or Kotlin",
            "3-5 years of experience",
            "Bachelor's degree in law or",
            "is a plus",
            "; ",
            "(",
            ")",
            ", ",
            "\n",
            "\n\n",
            "fluent German",
            "We offer",
            "you will",
            "must have",
            "Führerschein",
            "permis B",
            "etc.",
            "•",
            "Excel/Word",
            "or")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join(" ", parts));
  }

  @Test
  void a_post_in_prose_has_the_title_its_sentences_name() {
    assertThat(
            read("About us\nHarbor Bank. As a Branch Manager you will lead eight people.").title())
        .isEqualTo("Branch Manager");
    assertThat(
            read("We need somebody with 2 years as a paralegal.\nYou will prepare bundles.")
                .title())
        .isEqualTo("Paralegal");
    assertThat(
            read("PR Specialist\n\nA Public Relations Specialist uses various public\nrelations techniques.")
                .title())
        .doesNotStartWith("A ");
  }

  @Test
  void a_post_without_a_name_is_called_after_the_work_it_takes() {
    var card =
        read(
            "Job summary\nRuns payroll and recruiting. Handles onboarding, employee relations and HR administration.");

    assertThat(card.title()).isIn("HR specialist", "Human resources manager");
    assertThat(card.occupation()).isIn("hr-specialist", "human-resources-manager");
  }

  @Test
  void an_age_is_no_experience() {
    assertThat(needs(requiring("teamfähig, nicht älter als 40 Jahre", "Edad entre 25 y 35 años")))
        .noneMatch(Need.Experience.class::isInstance);
  }

  @Test
  void what_may_stand_for_something_else_is_not_asked_for() {
    assertThat(needs(requiring("A Master's degree may substitute for one year of experience.")))
        .isEmpty();
  }

  @Test
  void what_is_only_welcome_may_have_its_short_name_in_brackets() {
    assertThat(requiring("An AWS certification (CLF) is welcome.").requirements())
        .extracting(Requirement::importance)
        .containsOnly(Importance.PREFERRED);
  }

  @Test
  void a_spanish_post_is_understood() {
    var card =
        read(
            "Contable\n\nFunciones:\n- Facturación y cierre mensual\n\nRequisitos:\n- Mínimo 3 años de experiencia como contable\n- Nivel de inglés B2\n- Se valorará Power BI");

    assertThat(card.occupation()).isEqualTo("accountant");
    assertThat(card.duties()).containsExactly("Facturación y cierre mensual");
    assertThat(needs(card))
        .contains(new Need.Experience(3, "contable"), new Need.Language("English", "B2"));
    assertThat(card.requirements())
        .filteredOn(one -> one.importance() == Importance.PREFERRED)
        .extracting(Requirement::label)
        .contains("Power BI");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"You must have", "You must have:", "Essential", "About you - you must have"})
  void what_stands_below_such_a_heading_is_required(String heading) {
    var card = read("Baker\n\n" + heading + "\n* Bread baking\n* Pastry making\n");

    assertThat(card.requirements())
        .isNotEmpty()
        .extracting(Requirement::importance)
        .containsOnly(Importance.REQUIRED);
  }

  @Test
  void what_stands_below_a_wish_is_welcome_and_no_gate() {
    var card =
        read(
            """
            Pharmacist

            Requirements
            - 3 years of hospital pharmacy experience

            It would be a plus if you bring
            - Power BI
            - Teaching licence
            """);

    assertThat(card.requirements())
        .filteredOn(one -> !(one.need() instanceof Need.Experience))
        .filteredOn(one -> one.passage().quote().matches("Power BI|Teaching licence"))
        .hasSize(2)
        .extracting(Requirement::importance)
        .containsOnly(Importance.PREFERRED);
  }

  @Test
  void a_list_without_a_heading_in_which_something_is_asked_asks_for_all_of_it() {
    var card =
        read(
            """
            Electrician

            A bakery near Hull.
            - PLC programming
            - 5 years in a factory
            - Able to read electrical drawings
            """);

    assertThat(card.requirements())
        .extracting(Requirement::importance)
        .containsOnly(Importance.REQUIRED);
  }

  @Test
  void the_trade_of_the_company_is_not_asked_for() {
    var card =
        read(
            """
            Accountant

            North Ceramics makes ceramics in two plants.

            Requirements
            - Excel
            - Bookkeeping
            - Payroll
            """);

    assertThat(skills(card)).doesNotContain(List.of("ceramics"));
  }

  @Test
  void the_age_of_those_cared_for_is_no_experience() {
    var card = read("Nursery Nurse\n\nOur toddler room (2-3 years) needs a caring colleague.");

    assertThat(needs(card)).noneMatch(Need.Experience.class::isInstance);
  }

  @Test
  void two_words_for_one_licence_are_one_gate() {
    var card =
        requiring("Active pharmacist license", "Must be licensed to practise before the start");

    assertThat(card.requirements())
        .extracting(Requirement::label)
        .containsExactly("Active pharmacist license");
  }

  @Test
  void a_degree_known_by_its_own_name_keeps_it() {
    assertThat(requiring("PharmD from an accredited school").requirements())
        .extracting(Requirement::label)
        .contains("PharmD");
  }

  @Test
  void experience_tells_which_of_two_occupations_with_one_title_is_meant() {
    assertThat(
            read("Branch Manager\n\nRequirements\n- 5 years of retail banking experience\n")
                .occupation())
        .isEqualTo("bank-branch-manager");
  }

  private JobDescription read(String text) {
    return reader.read(null, VisibleText.of(text));
  }

  private JobDescription requiring(String... lines) {
    return read(
        "Clerk\n\nRequirements\n"
            + Stream.of(lines).map(line -> "- " + line).collect(Collectors.joining("\n")));
  }

  private static List<Need> needs(JobDescription card) {
    return card.requirements().stream().map(Requirement::need).toList();
  }

  private static List<List<String>> skills(JobDescription card) {
    return needs(card).stream()
        .filter(Need.Skill.class::isInstance)
        .map(need -> ((Need.Skill) need).anyOf())
        .toList();
  }

  private static double weight(JobDescription card, String label) {
    return card.requirements().stream()
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow()
        .weight();
  }
}
