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

/// Posts whose account begins on the line that names them.
class PostAccountsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());
  private static final String ACCOUNT =
      "Set up forty looms and kept them running through three shifts. Trained six apprentices.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Copper Mill, Loom Fitter, 2013 - 2025. ",
        "Loom Fitter, Copper Mill, 2013 - 2025. ",
        "Loom Fitter at Copper Mill (2013 - 2025): ",
        "Loom Fitter (2013 - 2025), Copper Mill: ",
        "Copper Mill – Loom Fitter (2013–2025) – ",
        "2013-2025 Loom Fitter, Copper Mill, Leeds. ",
        "2013 - 2025: Loom Fitter at Copper Mill. ",
        "2013 - 2025: Copper Mill, Loom Fitter. ",
        "Loom Fitter 2013 to 2025 Copper Mill, Portland, OR ",
        "Loom Fitter 2013 to 2025 Copper Mill City , State ",
        "2013 to 2025\nLoom Fitter - Copper Mill, Portland, OR ",
        "2013 to 2025\nCopper Mill Portland, OR Loom Fitter ",
        "2013 to 2025\nLoom Fitter, Copper Mill. "
      })
  void an_account_may_follow_on_the_line_that_names_its_post(String head) {
    var post = only(head + ACCOUNT);

    assertThat(named(post)).isEqualTo("Loom Fitter | Copper Mill");
    assertThat(years(post)).isEqualTo("2013 - 2025");
    assertThat(account(post)).isEqualTo(ACCOUNT);
  }

  @Test
  void an_account_that_follows_goes_on_over_lines_and_ends_before_the_next_post() {
    var posts =
        posts(
            """
            Loom Fitter, Copper Mill, 2013 - 2025. Set up forty looms and kept them
            running through three shifts, trained six apprentices in the reading of plans, and
            wrote the plan by which all looms of the hall are oiled.
            Cheese Maker, Rowan Dairy, 2009 - 2013. Made hard cheese and kept the records
            of the cellar, with two others who looked after the milk.
            """);

    assertThat(posts)
        .extracting(PostAccountsTest::named)
        .containsExactly("Loom Fitter | Copper Mill", "Cheese Maker | Rowan Dairy");
    assertThat(account(posts.getFirst()))
        .startsWith("Set up forty looms")
        .endsWith("of the hall are oiled.");
    assertThat(account(posts.getLast())).startsWith("Made hard cheese");
  }

  @Test
  void a_title_no_list_knows_is_read_by_its_place_before_the_dates() {
    var post = only("Zorbist, Copper Mill, 2013 - 2025. " + ACCOUNT);

    assertThat(years(post)).isEqualTo("2013 - 2025");
    assertThat(account(post)).isEqualTo(ACCOUNT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rowan Dairy Portland, OR Director of Public Relations Planned",
        "Rowan Dairy Portland, OR Director of Public Relations \"Cheese for All\" planned"
      })
  void a_title_ends_where_its_account_begins(String line) {
    var post = only("2013 to 2025\n" + line + " the year with the heads of four houses.");

    assertThat(named(post)).isEqualTo("Director of Public Relations | Rowan Dairy");
  }

  @Test
  void a_title_below_its_dates_needs_no_capitals() {
    assertThat(
            posts(
                """
                2015 - 2019
                loom fitter at Copper Mill
                set up forty looms and kept them running through three shifts
                2010 - 2015
                cheese maker at Rowan Dairy
                made hard cheese and kept the records of the cellar
                2008 - 2010
                customer service - Alder Foods Ltd, Portland, OR
                answered the letters of all who had bought cheese or cloth
                """))
        .extracting(PostAccountsTest::named)
        .containsExactly(
            "loom fitter | Copper Mill",
            "cheese maker | Rowan Dairy",
            "customer service | Alder Foods Ltd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Worked with Copper Mill as Loom Fitter (March 2015 to June 2019)",
        "Worked at Copper Mill as a Loom Fitter from March 2015 to June 2019.",
        "I have been working as a Loom Fitter at Copper Mill from March 2015 to June 2019",
        "From March 2015 to June 2019 I worked as a Loom Fitter at Copper Mill, where I set up looms.",
        "Joined Copper Mill as Loom Fitter, March 2015 to June 2019"
      })
  void a_sentence_may_tell_post_organisation_and_dates(String sentence) {
    assertThat(posts(sentence + "\nKept forty looms running through three shifts.\n"))
        .extracting(PostAccountsTest::named)
        .containsExactly("Loom Fitter | Copper Mill");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Led the project team of the new hall from 2016 to 2017. Saved a tenth of the oil in both years.",
        "Promoted to be the speaker of the fitters, 2016 - 2017. Kept to what had been agreed with all.",
        "- Project lead for the new hall, 2016 - 2017. Kept to the budget and to the time.",
        "As a member of the team I moved the mill from 2016 to 2017. Planned it with four others."
      })
  void sentences_with_dates_within_an_account_are_no_posts(String sentence) {
    assertThat(
            posts(
                """
                Loom Fitter
                Copper Mill
                2013 - 2025
                - Set up forty looms and kept them running through three shifts of the day.
                %s
                - Trained six apprentices.
                """
                    .formatted(sentence)))
        .extracting(PostAccountsTest::named)
        .containsExactly("Loom Fitter | Copper Mill");
  }

  @Test
  void accounts_need_no_heading() {
    var text =
        """
        Ada Example
        ada@example.com

        Loom Fitter, Copper Mill, 2013 - 2025. Set up forty looms and kept them running.
        Cheese Maker, Rowan Dairy, 2009 - 2013. Made hard cheese and kept the records.

        Education
        Diploma, North School 2008
        """;

    assertThat(read(text))
        .extracting(PostAccountsTest::named)
        .containsExactly("Loom Fitter | Copper Mill", "Cheese Maker | Rowan Dairy");
  }

  @Test
  void studies_told_in_one_line_are_no_post() {
    var text =
        """
        Ada Example
        ada@example.com

        Education
        2008 - 2012: BSc Chemistry, North University. Assisted the professor in the laboratory.
        """;

    assertThat(read(text)).isEmpty();
  }

  @Test
  void an_organisation_with_an_account_of_its_own_keeps_it_beside_the_post_below() {
    assertThat(
            posts(
                """
                2015 - 2019
                Copper Mill
                Set up forty looms and kept them running through three shifts of the day.
                2010 - 2015
                Packer
                Packed the rolls of cloth and counted the stock with two others.
                """))
        .extracting(PostAccountsTest::years)
        .containsExactly("2015 - 2019", "2010 - 2015");
  }

  private static Work only(String work) {
    var posts = posts(work);
    assertThat(posts).hasSize(1);
    return posts.getFirst();
  }

  private static List<Work> posts(String work) {
    return read(
        "Wren Example\nwren@example.com\n\nWork Experience\n%s\n\nEducation\nB.A. History, 2008\n"
            .formatted(work.strip()));
  }

  private static List<Work> read(String text) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());
    return READER.read(source, TODAY).work();
  }

  private static String named(Work post) {
    return value(post.title()) + " | " + value(post.company());
  }

  private static String years(Work post) {
    var period = post.period() == null ? null : post.period().value();
    return period == null || period.start() == null || period.end() == null
        ? "unknown"
        : period.start().getYear() + " - " + period.end().getYear();
  }

  private static String account(Work post) {
    return String.join("\n", post.highlights().stream().map(Passage::quote).toList());
  }

  private static <T> @Nullable T value(@Nullable Fact<T> fact) {
    return fact == null ? null : fact.value();
  }
}
