package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Passage;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Posts written like a form, a label before each fact.
class PostFormsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Company: %s\nDesignation: %s\nDuration: %s\nResponsibilities:\n",
        "Designation: %2$s\nCompany: %1$s\nPeriod: %3$s\nTasks:\n",
        "Role - %2$s\nEmployer - %1$s\nPeriod - %3$s\n",
        "Name of the Organization: %s\nPosition Held: %s\nPeriod: From %s\n",
        "ORGANISATION: %s\nDESIGNATION.: %s\nDURATION.: %s\n",
        "company - %1$s\ndescription - Duration: %3$s\nDesignation: %2$s\n",
        "company - %1$s\ndescription - %3$s\nAbout the company\nA mill that is known for its cloth all over the county and beyond.\nPosition: %2$s\n",
        "company - %1$s\ndescription - Client: Birch Textiles\nDesignation: %2$s %3$s\n",
        "Firma: %s\nPosition: %s\nZeitraum: %s\n"
      })
  void each_organisation_with_a_label_is_a_post_with_the_title_and_dates_of_its_form(String form) {
    var posts =
        posts(
            form.formatted("Copper Mill", "Loom Fitter", "03/2015 to 06/2019")
                + "Set up forty looms and kept them running through three shifts of the day.\n"
                + form.formatted("Rowan Dairy", "Cheese Tuner", "01/2010 to 02/2015")
                + "Made hard cheese and kept the records of the cellar with two others.\n");

    assertThat(posts)
        .extracting(PostFormsTest::told)
        .containsExactly(
            "Loom Fitter | Copper Mill | 2015-03 2019-06",
            "Cheese Tuner | Rowan Dairy | 2010-01 2015-02");
  }

  @Test
  void several_posts_under_one_label_stay_apart() {
    assertThat(
            posts(
                """
                Organisation: Copper Mill Ltd
                Loom Fitter, 2015 - 2018
                Set up forty looms and kept them running through three shifts of the day.
                Packer, 2013 - 2015
                Packed the rolls of cloth and counted the stock with two others.
                Organisation: Rowan Dairy
                Cheese Maker, 2009 - 2013
                Made hard cheese and kept the records of the cellar.
                """))
        .extracting(PostFormsTest::named)
        .containsExactly(
            "Loom Fitter | Copper Mill Ltd",
            "Packer | Copper Mill Ltd",
            "Cheese Maker | Rowan Dairy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Working as a loom fitter in the new hall since the start.",
        "1. Currently I am working as loom fitter. Set up forty looms.",
        "Three years of experience as a loom fitter with forty looms of two makes."
      })
  void an_account_may_say_in_passing_what_somebody_works_as(String sentence) {
    assertThat(posts("company - Copper Mill\ndescription - Cloth\n" + sentence))
        .extracting(PostFormsTest::named)
        .containsExactly("loom fitter | Copper Mill");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to work in your house as a loom fitter and to learn more about looms.",
        "Looking forward to working as a loom fitter with forty looms of two makes.",
        "Worked with wool as well as linen and the loom fitter of the hall."
      })
  void what_somebody_wishes_to_be_is_no_post(String sentence) {
    assertThat(posts("company - Copper Mill\ndescription - Cloth\n" + sentence))
        .extracting(Work::title)
        .containsOnlyNulls();
  }

  @Test
  void a_description_may_begin_with_a_sentence_that_names_post_and_time() {
    assertThat(
            posts(
                """
                company - Copper Mill
                description - Working since July 2021 as loom fitter (six months as a trainee)
                Kept forty looms running through the three shifts of the day.
                """))
        .extracting(PostFormsTest::told)
        .containsExactly("loom fitter | Copper Mill | 2021-07 2026-11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description - Loom fitter (night shift)",
        "description - Loom fitter, forty looms of two makes.",
        "description - Loom fitter in the new hall.",
        "description - Designation: Loom fitter",
      })
  void a_description_may_open_with_the_post(String description) {
    assertThat(posts("company - Copper Mill\n" + description + "\nKept the looms running."))
        .extracting(PostFormsTest::named)
        .containsExactly("Loom fitter | Copper Mill");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description - Loom Fitter Pvt. Ltd, a house for machines",
        "description - Set up looms beside the fitter, forty in all.",
        "description - Repaired the looms of the weaver, forty in all."
      })
  void what_a_description_opens_with_is_no_post_by_a_word_in_it(String description) {
    assertThat(posts("company - Copper Mill\n" + description + "\nKept the looms running."))
        .extracting(Work::title)
        .containsOnlyNulls();
  }

  @Test
  void a_description_that_opens_with_the_post_may_tell_the_time_in_a_sentence() {
    var post =
        posts(
                """
                company - Copper Mill
                description - Loom fitter in the new hall, a house of forty looms, since 2015.
                Kept the looms running through the three shifts of the day.
                """)
            .getFirst();

    assertThat(told(post)).isEqualTo("Loom fitter | Copper Mill | 2015-01 2026-11");
    assertThat(post.highlights().getFirst().quote()).contains("forty looms");
  }

  @Test
  void a_project_that_a_description_opens_with_is_no_post() {
    assertThat(
            posts(
                """
                company - Copper Mill
                description - Project: New hall with forty looms, from June 2012.
                Kept the stock of the hall and counted it with two others.
                """))
        .extracting(PostFormsTest::told)
        .containsExactly("null | Copper Mill | 2012-06 2026-11");
  }

  @Test
  void a_deed_with_a_year_tells_of_the_post_above() {
    assertThat(
            posts(
                """
                Loom Fitter
                Copper Mill Ltd, March 2015 to Current
                Kept forty looms running through the three shifts of the day.
                Mended 31 looms of the old hall since 2017.
                """))
        .extracting(PostFormsTest::told)
        .containsExactly("Loom Fitter | Copper Mill Ltd | 2015-03 2026-11");
  }

  @Test
  void a_post_may_go_on_from_a_month_onwards() {
    assertThat(posts("Copper Mill Ltd, Northford | Loom Fitter | Oct 2017 onwards\nKept looms."))
        .extracting(PostFormsTest::told)
        .containsExactly("Loom Fitter | Copper Mill Ltd | 2017-10 2026-11");
  }

  @Test
  void the_year_of_a_tool_begins_no_post() {
    assertThat(
            posts(
                """
                company - Copper Mill
                description - Stock of yarn
                Tools - SQL Server 2014, Excel, scales
                Kept the stock of the hall and counted it with two others.
                """))
        .extracting(PostFormsTest::named)
        .containsExactly("null | Copper Mill");
  }

  @Test
  void an_organisation_with_a_label_is_a_post_though_neither_title_nor_time_is_told() {
    var posts =
        posts(
            """
            company - Copper Mill
            description - Set up forty looms and kept them running through the three shifts.
            company - Rowan Dairy
            description - Made hard cheese and kept the records of the cellar.
            """);

    assertThat(posts)
        .extracting(post -> Fact.valueOf(post.company()))
        .containsExactly("Copper Mill", "Rowan Dairy");
    assertThat(posts)
        .allSatisfy(post -> {
          assertThat(post.title()).isNull();
          assertThat(post.period()).isNull();
          assertThat(post.highlights()).hasSize(1);
        });
  }

  @Test
  void each_company_of_a_form_has_the_first_time_its_description_tells() {
    assertThat(
            posts(
                """
                company - Copper Mill
                description - Client: Birch Textiles, three halls and a store
                Environment: forty looms, two boilers
                Duration: March 2015 to June 2019
                Role: Loom Fitter
                Kept forty looms running through the three shifts of the day.
                Project: New hall
                Duration: January 2016 to March 2016
                company - Rowan Dairy
                description - Cheese maker, January 2010 to February 2015, nights too
                Made hard cheese and kept the records of the cellar.
                company -
                description -
                """))
        .extracting(PostFormsTest::told)
        .containsExactly(
            "Loom Fitter | Copper Mill | 2015-03 2019-06",
            "Cheese maker | Rowan Dairy | 2010-01 2015-02");
  }

  @Test
  void posts_that_all_stand_below_one_company_are_read_as_they_stand() {
    assertThat(
            posts(
                """
                company - Kind of work
                description - Set up and kept looms for two houses

                Copper Mill Ltd, March 2015 to June 2019
                Loom Fitter
                Kept forty looms running through the three shifts of the day.

                Rowan Mill Ltd, January 2010 to February 2015
                Packer
                Packed the rolls of cloth and counted the stock with two others.
                """))
        .extracting(PostFormsTest::told)
        .containsExactly(
            "Loom Fitter | Copper Mill Ltd | 2015-03 2019-06",
            "Packer | Rowan Mill Ltd | 2010-01 2015-02");
  }

  @Test
  void projects_within_the_dates_of_a_post_are_part_of_it() {
    var posts =
        posts(
            """
            Loom Fitter
            Copper Mill Ltd
            01/2015 - 12/2018
            Kept forty looms running through the three shifts of the day.
            Project: New hall
            Client: Birch Textiles
            Duration: Jan 2016 - Mar 2016
            Role: Team Lead
            Set up the looms of the new hall with four others.
            """);

    assertThat(posts)
        .extracting(PostFormsTest::told)
        .containsExactly("Loom Fitter | Copper Mill Ltd | 2015-01 2018-12");
    assertThat(posts.getFirst().highlights())
        .extracting(Passage::quote)
        .contains("Project: New hall", "Set up the looms of the new hall with four others.");
  }

  @Test
  void a_client_of_a_project_is_no_place_and_no_employer() {
    var posts =
        posts(
            """
            Copper Mill Ltd
            Loom Fitter
            03/2015 - 06/2019
            Client: Birch Textiles
            Kept forty looms running through the three shifts of the day.
            """);

    assertThat(posts)
        .extracting(PostFormsTest::named)
        .containsExactly("Loom Fitter | Copper Mill Ltd");
    assertThat(posts.getFirst().location()).isNull();
  }

  @Test
  void an_organisation_that_is_named_again_without_dates_goes_on() {
    var posts =
        posts(
            """
            company - Copper Mill
            description - Set up forty looms and kept them running through three shifts.
            company - Copper Mill
            description - Wrote the plan by which all looms of the hall are oiled.
            """,
            "Loom Fitter - Copper Mill");

    assertThat(posts).extracting(PostFormsTest::named).containsExactly("Loom Fitter | Copper Mill");
    assertThat(posts.getFirst().whole().quote()).contains("forty looms", "are oiled");
  }

  @Test
  void a_number_before_an_organisation_is_no_part_of_its_name() {
    assertThat(
            posts(
                """
                1. Copper Mill Ltd - Loom Fitter (March 2015 to June 2019)
                Set up forty looms and kept them running through three shifts of the day.
                2. Rowan Dairy - Cheese Maker (Jan 2010 to Feb 2015)
                Made hard cheese and kept the records of the cellar.
                """))
        .extracting(PostFormsTest::named)
        .containsExactly("Loom Fitter | Copper Mill Ltd", "Cheese Maker | Rowan Dairy");
  }

  @Test
  void a_word_that_is_also_a_label_may_begin_a_sentence() {
    assertThat(
            posts(
                """
                Loom Fitter
                Copper Mill Ltd
                2015 - 2018
                - Company-wide plan for the oil of all looms, agreed with four houses.
                - Role model of the apprentices: trained six of them.
                """))
        .extracting(PostFormsTest::named)
        .containsExactly("Loom Fitter | Copper Mill Ltd");
  }

  private static List<Work> posts(String work, String... above) {
    var text =
        "Wren Example\nwren@example.com\n%s\n\nWork Experience\n%s\n\nEducation\nB.A. History, 2008\n"
            .formatted(String.join("\n", above), work.strip());
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());
    return READER.read(source, TODAY).work();
  }

  private static String named(Work post) {
    return value(post.title()) + " | " + value(post.company());
  }

  private static String told(Work post) {
    var period = value(post.period());
    return named(post) + " | " + (period == null ? "unknown" : period.start() + " " + period.end());
  }

  private static <T> @Nullable T value(@Nullable Fact<T> fact) {
    return fact == null ? null : fact.value();
  }
}
