package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.Examples;
import dev.shortlist.blind.Sight;
import dev.shortlist.deciding.Decision;
import dev.shortlist.deciding.SavedView;
import dev.shortlist.figures.Figures;
import dev.shortlist.figures.Workload;
import dev.shortlist.intake.Fate;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.match.Answer;
import dev.shortlist.match.Part;
import dev.shortlist.match.Recommendation;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.ToldFact;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.Extent;
import dev.shortlist.screening.Judged;
import dev.shortlist.screening.ReviewTray;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.screening.Stage;
import dev.shortlist.screening.Verdict;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Notice;
import dev.shortlist.text.Passage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PagesTest {
  private static final String HOSTILE = "<script>alert(1)</script><b onclick='x'>\"'&";

  private final Pages pages = new Pages();

  @ParameterizedTest
  @ValueSource(strings = {"start", "screening", "live", "candidate", "files", "trouble"})
  void hostile_text_is_shown_as_text(String page) throws Exception {
    String html = html(page, new Examples(HOSTILE));

    assertThat(html).contains("&lt;script").doesNotContain("<script>alert");
    assertThat(html).doesNotContain("<b onclick");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "screening", "live", "candidate", "files", "trouble"})
  void pages_have_no_inline_script_or_style(String page) throws Exception {
    String html = html(page, new Examples("Ann"));

    assertThat(html)
        .doesNotContain("style=")
        .doesNotContain("onclick=")
        .doesNotContain("javascript:");
    assertThat(html.replaceAll("<script src=\"/[^\"]+\" defer></script>", ""))
        .doesNotContain("<script");
  }

  @Test
  void what_is_met_with_fewer_points_says_why_beside_them() {
    String why = "It counts by 3 %, as far as the CV is of this kind of work.";
    var few = new Part("r1", "SAP", Importance.REQUIRED, 2.6, 100, List.of(), why);
    var all = new Part("r1", "SAP", Importance.REQUIRED, 100, 100, List.of(), why);

    assertThat(new ComparePage.Cell(Answer.MET, few, List.of(), "").why()).isEqualTo(why);
    assertThat(new ComparePage.Cell(Answer.MET, all, List.of(), "").why()).isEmpty();
    assertThat(new ComparePage.Cell(Answer.PARTLY, few, List.of(), "").why()).isEmpty();
  }

  @Test
  void both_scores_their_span_and_what_was_not_in_the_cv_are_shown() throws Exception {
    var judged =
        new Judged(
            Judged.State.JUDGED,
            61,
            68,
            64,
            70,
            2,
            "gemini-x",
            "Knows <b>SAP</b>",
            null,
            9,
            9,
            1,
            List.of(),
            List.of(
                told(ToldFact.Field.EMPLOYER, "R&D Ltd", "R&D Ltd"),
                told(ToldFact.Field.LANGUAGE_LEVEL, "NATIVE", "since childhood")));

    assertThat(html("judged", judged))
        .contains("Employer of post 2, R&amp;D Ltd: <q>R&amp;D Ltd</q>")
        .contains("Level of language 2, native: <q>since childhood</q>")
        .contains("Local 61, with what the model showed 68 (+7)", "Read 2 times", "64 to 70 points")
        .contains("One quote of the model is not in the CV", "Knows &lt;b&gt;SAP", "gemini-x");
  }

  private static ToldFact told(ToldFact.Field field, String value, String words) {
    return new ToldFact(field, 1, value, new Passage(words, 0, 1, List.of()));
  }

  @Test
  void a_local_score_that_stands_says_why() throws Exception {
    for (var why : Judged.Why.values()) {
      var judged =
          new Judged(
              Judged.State.LOCAL,
              61,
              null,
              null,
              null,
              0,
              null,
              "",
              why,
              9,
              0,
              0,
              List.of(),
              List.of());

      assertThat(html("judged", judged)).contains("The local score of 61 stands.", "soft small");
    }
  }

  @Test
  void a_screening_names_where_its_news_come_from_and_where_it_is_asked_anew() throws Exception {
    assertThat(html("live", live(new Examples("Ann"), State.RUNNING)))
        .contains("data-part=\"/screenings/1/live?q=Ann\"")
        .contains("data-events=\"/api/v1/screenings/1/events?names=hidden\"");
  }

  @Test
  void what_is_not_possible_is_not_offered() throws Exception {
    assertThat(html("live", live(new Examples("Ann"), State.RUNNING)))
        .contains("/pause?", "/cancel?")
        .doesNotContain("/resume?");
    assertThat(html("live", live(new Examples("Ann"), State.COMPLETED)))
        .doesNotContain("/pause?", "/cancel?", "/resume?");
  }

  @Test
  void words_that_earned_points_are_marked_with_the_part_they_earned() throws Exception {
    assertThat(html("candidate", new Examples("Ann")))
        .contains("data-part=\"p1\"")
        .contains(
            "<mark data-parts=\"p1\">Built the berth planner in Java and Spring Boot Ann</mark>");
  }

  @Test
  void a_scan_whose_name_is_hidden_is_shown_as_text_and_says_why() throws Exception {
    var examples = new Examples("Ann");
    var read = examples.reading();
    var source =
        new Extraction.Text(
            FileType.PDF,
            1,
            read.source().text(),
            List.of(),
            null,
            List.of(new Notice(Notice.Kind.RECOGNIZED, "1 of 1 pages", 1)));
    var detail =
        new ApplicationDetail(
            examples.application(Stage.COMPLETED),
            1,
            new Reading(source, read.profile()),
            examples.match(),
            Map.of());

    assertThat(candidate(examples, detail, Sight.BLIND)).contains("id=\"scan-hidden\"", "cv-page");
    assertThat(candidate(examples, detail, Sight.OPEN)).doesNotContain("id=\"scan-hidden\"");
  }

  private String candidate(Examples examples, ApplicationDetail detail, Sight sight)
      throws Exception {
    return html(
        "candidate",
        CandidatePage.of(
            examples.screening(),
            detail,
            sight,
            CvView.TEXT,
            Surrounding.NOTHING,
            CandidatePage.Ways.none(ListQuery.of(Map.of())),
            null,
            ""));
  }

  private String html(String page, Examples examples) throws Exception {
    return switch (page) {
      case "start" ->
          html(
              page,
              new StartPage(
                  List.of(examples.job()),
                  "",
                  null,
                  List.of(new StartPage.Recent(examples.screening(), new Extent(3, 50))),
                  false,
                  new Samples(),
                  1_000_000));
      case "screening" ->
          html(page, new ScreeningPage(live(examples, State.RUNNING), examples.job()));
      case "live" -> html(page, live(examples, State.RUNNING));
      case "candidate" ->
          html(
              page,
              CandidatePage.of(
                  examples.screening(),
                  examples.detail(),
                  Sight.OPEN,
                  CvView.TEXT,
                  Surrounding.NOTHING,
                  CandidatePage.Ways.none(ListQuery.of(Map.of())),
                  null,
                  ""));
      case "files" ->
          html(
              page,
              FilesPage.of(
                  examples.screening(),
                  List.of(new Fate(Fate.Outcome.REFUSED, null, 1)),
                  examples.received(),
                  0,
                  Map.of(),
                  Sight.OPEN));
      case "trouble" -> html(page, new Trouble(404, "Nothing", examples.word()));
      default -> throw new IllegalArgumentException(page);
    };
  }

  private static Live live(Examples examples, State state) {
    var row = RankedRow.of(examples.ranked(), Sight.OPEN);
    var decision =
        new Decision(
            row.id(),
            Verdict.REJECTED,
            examples.word(),
            "user/1",
            50,
            Recommendation.MAYBE,
            Instant.EPOCH);
    var listing =
        new Listing(
            ListQuery.of(Map.of("q", new String[] {examples.word()})),
            List.of(new Listing.Line(row, decision, examples.word())),
            1,
            1,
            false,
            false,
            List.of(),
            Figures.NONE,
            examples.job().content().requirements(),
            List.of(new SavedView(new UUID(1, 9), null, examples.word(), "q=1")));
    var tray =
        List.of(
            new Tray.Line(examples.application(Stage.NEEDS_REVIEW), true, examples.word()),
            new Tray.Line(examples.application(Stage.FAILED), false, ""));
    return new Live(
        examples.screening(),
        examples.progress(state),
        Workload.Lanes.IDLE,
        new Live.Rights(true, true),
        listing,
        new Tray(new ReviewTray.Counts(2, 1, 1), tray),
        Sight.OPEN,
        new CoursePlot(CoursePlotTest.threeOfFour()));
  }

  private String html(String page, Object model) throws Exception {
    var response = new MockHttpServletResponse();
    pages.show(page, model).render(Map.of(), new MockHttpServletRequest(), response);
    return response.getContentAsString();
  }
}
