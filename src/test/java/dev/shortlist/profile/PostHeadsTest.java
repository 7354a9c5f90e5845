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

/// Post, organisation and place in heads that name them without marks between, or with labels.
class PostHeadsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shift Supervisor\nAlder Foods Ltd\n08/2018 - present",
        "08/2018 - present\nShift Supervisor, Alder Foods Ltd",
        "2018 - present  Shift Supervisor, Alder Foods Ltd"
      })
  void posts_need_no_heading(String head) {
    var profile =
        profile(
            """
            Ada Example
            ada@example.com

            %s
            Planned the rota of twelve people at the packing line and counted the stock.

            2012 - 2018  Packer, Birch Mills Ltd
            Education: Diploma, North School 2011
            """
                .formatted(head));

    assertThat(profile.work())
        .extracting(PostHeadsTest::post)
        .containsExactly("Shift Supervisor | Alder Foods Ltd", "Packer | Birch Mills Ltd");
    assertThat(profile.education()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Alder Foods Ltd, Shift Supervisor    2018 - present",
        "Alder Foods Ltd | Shift Supervisor | 2018 to present",
        "Shift Supervisor, Alder Foods Ltd\n08/2018 - present"
      })
  void posts_may_stand_below_what_a_cv_says_of_itself(String head) {
    var profile =
        profile(
            """
            Ada Example

            Profile
            Supervisor of a packing line who likes a full shelf.

            %s
            Planned the rota of twelve people at the packing line and counted the stock.
            Education: Diploma, North School 2011

            Languages
            English
            """
                .formatted(head));

    assertThat(profile.work())
        .extracting(PostHeadsTest::post)
        .containsExactly("Shift Supervisor | Alder Foods Ltd");
    assertThat(profile.summary())
        .extracting(Passage::quote)
        .isEqualTo("Supervisor of a packing line who likes a full shelf.");
    assertThat(profile.education()).hasSize(1);
  }

  @Test
  void what_a_cv_says_of_itself_is_no_post_for_the_years_in_it() {
    assertThat(
            profile(
                    """
                    Ada Example

                    Profile
                    Shift supervisor at Alder Foods from 2010 to 2020, who planned the rota of twelve people.
                    Has led a packing line since, and looks for a plant of the same kind.
                    """)
                .work())
        .isEmpty();
  }

  @Test
  void dates_of_learning_without_a_heading_are_no_post() {
    assertThat(
            profile("Ada Example\n2008 - 2012  BSc Chemistry, North University\nSings in a choir\n")
                .work())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Company Name City , State Shift Supervisor 02/2015 to 03/2018",
        "Shift Supervisor Company Name - City , State 02/2015 to 03/2018",
        "Company Name ï¼\u200b City , State Shift Supervisor 02/2015 to 03/2018",
        "Shift Supervisor Company Name â€“ City , State 02/2015 to 03/2018"
      })
  void a_cv_that_was_made_nameless_keeps_its_posts(String head) {
    assertThat(posts(head + "\nPlanned the rota of twelve people at the packing line.\n"))
        .containsExactly("Shift Supervisor | Company Name");
  }

  @Test
  void what_stands_in_brackets_belongs_to_the_post() {
    assertThat(
            posts("Bank Teller (PT, 20 hrs) | Alder Bank | 02/2015 to 03/2018\nCounted notes.\n"))
        .containsExactly("Bank Teller (PT, 20 hrs) | Alder Bank");
  }

  @Test
  void a_post_that_follows_a_town_and_its_state_is_told_from_both() {
    assertThat(
            posts(
                """
                Alder Foods Portland, OR Shift Supervisor 02/2015 to 03/2018
                Planned the rota of twelve people at the packing line.
                """))
        .containsExactly("Shift Supervisor | Alder Foods");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Director, Business Development",
        "Manager, International Sales",
        "Vice President, Product Management"
      })
  void a_department_behind_a_comma_belongs_to_the_post(String title) {
    assertThat(
            posts(
                """
                %s
                Alder Foods Ltd
                02/2015 to 03/2018
                Planned the year with the heads of four houses.
                """
                    .formatted(title)))
        .containsExactly(title + " | Alder Foods Ltd");
  }

  @Test
  void an_organisation_behind_a_comma_does_not() {
    assertThat(
            posts(
                """
                Director, Copper Mill
                02/2015 to 03/2018
                Planned the year with the heads of four houses.
                """))
        .containsExactly("Director | Copper Mill");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Claims Adjuster",
        "Specimen Processor",
        "Construction Superintendent",
        "Home Health Aide",
        "HR Generalist",
        "Botanist",
        "Sonographer",
        "Plongeur",
        "Pharmacy tech",
        "Kitchen hand",
        "RN",
        "Dachdecker"
      })
  void what_the_taxonomy_calls_an_occupation_is_a_post(String title) {
    assertThat(
            posts(
                """
                %s
                Willow House
                02/2015 to 03/2018
                Looked after the daily work of the house with two others.
                """
                    .formatted(title)))
        .containsExactly(title + " | Willow House");
  }

  @Test
  void a_family_name_that_is_a_trade_is_no_post() {
    assertThat(
            posts(
                """
                Einkäufer
                Schneider & Fischer
                02/2015 to 03/2018
                Verhandelte mit den Lieferanten über Preise und Mengen.
                """))
        .containsExactly("Einkäufer | Schneider & Fischer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dana Marshal", "Jo Carrier", "Ada Fischer"})
  void a_person_may_be_called_like_a_trade(String name) {
    var text =
        name + "\nada@example.com\nWork Experience\nLoom Fitter\nCopper Mill Ltd\n2015 - 2018\n";
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());

    assertThat(value(READER.read(source, TODAY).contact().name())).isEqualTo(name);
  }

  @Test
  void a_short_sentence_below_others_is_no_post() {
    assertThat(
            posts(
                """
                Loom Fitter
                Copper Mill Ltd
                04/2018 to 05/2020
                Set up forty looms and kept them running through three shifts.
                Trained new drivers.
                02/2015 to 03/2018
                Rowan Mill Ltd
                Took the samples of every roll to the laboratory of the mill.
                """))
        .containsExactly("Loom Fitter | Copper Mill Ltd", "null | Rowan Mill Ltd");
  }

  @Test
  void years_amid_a_sentence_date_no_post() {
    assertThat(
            posts(
                """
                Loom Fitter
                Copper Mill Ltd
                04/2018 to 05/2020
                Led the thirty people of the late shift through two moves of the mill and had the lowest
                number of accidents from 2018 to 2019 Wrote the plan by which the looms are oiled.
                """))
        .containsExactly("Loom Fitter | Copper Mill Ltd");
  }

  @Test
  void a_post_without_a_title_takes_none_from_another_post_there() {
    assertThat(
            posts(
                """
                04/2018 to 05/2020
                Loom Fitter Copper Mill Ltd
                Set up forty looms and kept them running through three shifts.
                02/2015 to 03/2018
                Copper Mill Ltd
                Took the samples of every roll to the laboratory of the mill.
                """))
        .containsExactly("Loom Fitter | Copper Mill Ltd", "null | Copper Mill Ltd");
  }

  @Test
  void a_labelled_organisation_takes_its_post_from_the_line_that_names_both() {
    assertThat(
            posts(
                """
                company - Copper Mill
                description - Duration: January 2017 to March 2019
                Responsibilities:
                Set up forty looms and kept them running through three shifts.
                """,
                "Loom Fitter - Copper Mill"))
        .containsExactly("Loom Fitter | Copper Mill");
  }

  @Test
  void a_labelled_organisation_needs_no_dates_to_be_a_post() {
    assertThat(
            posts(
                """
                company - Copper Mill
                description - Set up forty looms and kept them running through three shifts.
                """,
                "Loom Fitter - Copper Mill"))
        .containsExactly("Loom Fitter | Copper Mill");
  }

  private static List<String> posts(String work, String... above) {
    var text =
        "Wren Example\nwren@example.com\n%s\nWork Experience\n%s\nEducation\nB.A. History, 2014\n"
            .formatted(String.join("\n", above), work);
    return profile(text).work().stream().map(PostHeadsTest::post).toList();
  }

  private static Profile profile(String text) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());
    return READER.read(source, TODAY);
  }

  private static String post(Work post) {
    return value(post.title()) + " | " + value(post.company());
  }

  private static <T> @Nullable T value(@Nullable Fact<T> fact) {
    return fact == null ? null : fact.value();
  }
}
