package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.profile.Fact;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedTitlesTest {
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final LocalMatcher MATCHER = new LocalMatcher(TAXONOMY);
  private static final Lexicon LEXICON = new Lexicon(SentenceModel.vocabulary());
  private static final ClaimedTitles TITLES = new ClaimedTitles(TAXONOMY, LEXICON);
  private static final JobDescription COOK =
      new JobDescriptionReader(TAXONOMY)
          .read(
              null,
              VisibleText.of(
                  "Line Cook\n\nRequirements\n- 3 years as a cook\n- HACCP\n- Grilling\n"));

  @AfterAll
  static void close() {
    MATCHER.close();
  }

  @Test
  void a_line_that_ends_in_the_name_of_a_trade_is_a_title() {
    assertThat(titles("Line Cook\n\nData science internship\n"))
        .containsExactly("Line Cook", "Data science internship");
  }

  @Test
  void a_title_of_words_that_say_little_alone_is_one_where_it_is_known() {
    assertThat(titles("Operations Manager\nWork experience\n"))
        .containsExactly("Operations Manager");
  }

  @Test
  void what_somebody_can_do_is_no_title() {
    assertThat(titles("Java- Experience - 24 months\nPayroll Accounting\nSkills 1\n")).isEmpty();
  }

  @Test
  void a_title_among_other_things_in_a_list_is_no_title() {
    assertThat(titles("Line Cook, grill, HACCP, sauces, food costs, stock control\n")).isEmpty();
    assertThat(titles("Line Cook, Copper Pan, Northford\n")).containsExactly("Line Cook");
  }

  @Test
  void what_somebody_is_like_or_seeks_is_no_title() {
    assertThat(
            titles(
                "Strong communicator\nTeam player\nQuality control\nProject management\nSeeking a job as a cook\n"))
        .isEmpty();
  }

  @Test
  void a_title_told_in_a_sentence_is_a_title_and_a_wish_is_none() {
    assertThat(
            titles(
                """
                I worked as a line cook at the Copper Pan.
                I want to work as a pastry chef for you.
                Four years as night porter in a small inn.
                """))
        .containsExactly("line cook", "night porter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Five years as a line cook.",
        "I grilled over the past six years.",
        "7 yrs as cook."
      })
  void years_told_in_a_sentence_count_where_no_post_is_dated(String told) {
    assertThat(total("Ann Archer\n\nLine Cook\n\nGrilled steaks.\n" + told + "\n"))
        .isGreaterThan(total("Ann Archer\n\nLine Cook\n\nGrilled steaks.\n"));
  }

  @Test
  void a_title_that_stands_by_itself_never_lowers_the_score() {
    for (String rest : List.of("Grilled steaks for guests.\n", "Wrote reports.\n", "HACCP\n")) {
      double without = total("Ann Archer\n\n" + rest);
      double with = total("Ann Archer\n\n" + rest + "\nLine Cook\n");

      assertThat(with).as(rest).isGreaterThanOrEqualTo(without);
    }
  }

  @Test
  void years_that_are_only_stated_count_where_no_post_is_dated() {
    double without = total("Ann Archer\n\nLine Cook\n\nGrilled steaks.\n");
    double with =
        total("Ann Archer\n\nLine Cook\n\nGrilled steaks. 12 years of experience in kitchens.\n");

    assertThat(with).isGreaterThan(without);
  }

  private static double total(String cv) {
    return MATCHER.match(JudgedOrderTest.read(cv), COOK, Weights.STANDARD).total();
  }

  private static List<String> titles(String cv) {
    var reading = JudgedOrderTest.read(cv);
    return TITLES.in(CvWords.of(reading, LEXICON), reading.source().text()).stream()
        .map(Fact::value)
        .toList();
  }
}
