package dev.shortlist.match;

import static dev.shortlist.match.SampleCv.aCv;
import static dev.shortlist.match.SampleJobDescription.aPostFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Seniority;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/// What holds for every CV: here for CVs put together from facts that match and facts that do not.
class MatchPropertiesTest {
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final LocalMatcher MATCHER = new LocalMatcher(TAXONOMY);

  private static final List<Consumer<SampleCv>> MATCHING =
      List.of(
          cv -> cv.working("Accountant", 2021, 2024, "Prepared journal entries."),
          cv -> cv.working("Bookkeeper", 2016, 2019, "Reconciled ledgers."),
          cv -> cv.working("Senior Accountant", 2012, 2015, "Closed the books in Excel."),
          cv -> cv.listing("Excel"),
          cv -> cv.saying("Reconciled the general ledger each month."),
          cv -> cv.studying(DegreeLevel.BACHELOR, "Accounting"),
          cv -> cv.studying(DegreeLevel.MASTER, "Finance"),
          cv -> cv.calling("Accountant"));

  private static final List<Consumer<SampleCv>> OTHER =
      List.of(
          cv -> cv.working("Gardener", 2010, 2012, "Mowed lawns and cut hedges."),
          cv -> cv.working("Waiter", 2008, 2010, "Served guests."),
          cv -> cv.saying("Plays the cello in an orchestra."),
          cv -> cv.studying(DegreeLevel.SECONDARY, "Sciences"));

  private static final JobDescription POST =
      aPostFor("Accountant")
          .doing(
              "Prepare journal entries and reconcile the general ledger.",
              "Close the books each month.")
          .at(Seniority.EXPERIENCED)
          .requiring(
              "Excel", new Need.Skill(List.of(TAXONOMY.named("Excel").orElseThrow().id()), 0))
          .requiring("3 years in accounting", new Need.Experience(3, "accounting"))
          .requiring(
              "Bachelor in accounting",
              new Need.Degree(DegreeLevel.BACHELOR, List.of("accounting"), true))
          .read();

  @AfterContainer
  static void close() {
    MATCHER.close();
  }

  @Property(tries = 150)
  void adding_a_matching_fact_never_lowers_the_score(
      @ForAll @Size(max = 8) List<@IntRange(max = 11) Integer> facts,
      @ForAll @IntRange(max = 7) int more,
      @ForAll @IntRange(max = 8) int place) {
    var with = new ArrayList<>(facts);
    with.add(Math.min(place, facts.size()), more);

    assertThat(total(with)).isGreaterThanOrEqualTo(total(facts));
  }

  @Test
  void a_post_of_near_work_is_worth_no_less_than_no_post_at_all() {
    var silent = List.of(4, 5, 3, 4);
    var bookkeeper = List.of(4, 5, 3, 4, 1);

    assertThat(total(bookkeeper)).isGreaterThanOrEqualTo(total(silent));
  }

  @Test
  void the_title_of_near_work_is_no_word_off_the_subject() {
    var once = List.of(1, 1, 2, 4, 11, 4, 1);
    var again = List.of(1, 1, 2, 4, 1, 11, 4, 1);

    assertThat(total(again)).isGreaterThanOrEqualTo(total(once));
  }

  @Property(tries = 50)
  void a_headline_of_near_work_never_lowers_the_score(
      @ForAll @Size(max = 4) List<@IntRange(max = 6) Integer> matching) {
    var called = cv(matching, List.of()).calling("Bookkeeper").read();

    assertThat(MATCHER.match(called, POST, Weights.STANDARD).total())
        .isGreaterThanOrEqualTo(match(matching, List.of()).total());
  }

  @Property(tries = 100)
  void points_are_within_what_can_be_earned_and_add_up_to_the_total(
      @ForAll @Size(max = 4) List<@IntRange(max = 7) Integer> matching,
      @ForAll @Size(max = 2) List<@IntRange(max = 3) Integer> other) {
    var match = match(matching, other);
    double points = 0;
    double weights = 0;
    for (var dimension : match.dimensions()) {
      assertThat(dimension.points()).isBetween(0.0, 100.0);
      if (dimension.asked()) {
        points += Weights.STANDARD.of(dimension.dimension()) * dimension.points();
        weights += Weights.STANDARD.of(dimension.dimension());
      }
    }

    assertThat(match.total()).isEqualTo(points / weights);
  }

  @Property(tries = 100)
  void every_quote_stands_in_the_text_at_its_place(
      @ForAll @Size(max = 4) List<@IntRange(max = 7) Integer> matching,
      @ForAll @Size(max = 2) List<@IntRange(max = 3) Integer> other) {
    var cv = cv(matching, other).read();
    var text = cv.source().text().text();

    assertThat(MATCHER.match(cv, POST, Weights.STANDARD).dimensions())
        .flatExtracting(DimensionScore::parts)
        .flatExtracting(Part::evidence)
        .extracting(Evidence::passage)
        .allSatisfy(passage ->
            assertThat(text.substring(passage.start(), passage.end())).isEqualTo(passage.quote()));
  }

  @Property(tries = 50)
  void reweighting_equals_matching_anew(
      @ForAll @Size(max = 4) List<@IntRange(max = 7) Integer> matching,
      @ForAll @IntRange(max = 100) int technical,
      @ForAll @IntRange(min = 1, max = 100) int experience,
      @ForAll @IntRange(max = 100) int education) {
    var weights = new Weights(technical, experience, education, 10, 0);
    var cv = cv(matching, List.of()).read();

    assertThat(MATCHER.match(cv, POST, Weights.STANDARD).reweighted(weights))
        .isEqualTo(MATCHER.match(cv, POST, weights));
  }

  private static Match match(List<Integer> matching, List<Integer> other) {
    return MATCHER.match(cv(matching, other).read(), POST, Weights.STANDARD);
  }

  private static double total(List<Integer> facts) {
    var cv = aCv(TAXONOMY);
    facts.forEach(fact ->
        (fact < MATCHING.size() ? MATCHING.get(fact) : OTHER.get(fact - MATCHING.size()))
            .accept(cv));
    return MATCHER.match(cv.read(), POST, Weights.STANDARD).total();
  }

  private static SampleCv cv(List<Integer> matching, List<Integer> other) {
    var cv = aCv(TAXONOMY);
    other.forEach(fact -> OTHER.get(fact).accept(cv));
    matching.forEach(fact -> MATCHING.get(fact).accept(cv));
    return cv;
  }
}
