package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.Examples;
import dev.shortlist.blind.Sight;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.screening.Stage;
import java.util.List;
import java.util.Map;
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
  void a_running_screening_names_where_its_news_come_from() throws Exception {
    var live = live(new Examples("Ann"), State.RUNNING);

    assertThat(html("live", live))
        .contains("hx-get=\"/screenings/1/live?offset=0\"")
        .contains("hx-trigger=\"news\"", "data-events=");
  }

  @Test
  void a_finished_screening_asks_no_more() throws Exception {
    var live = live(new Examples("Ann"), State.COMPLETED);

    assertThat(html("live", live)).doesNotContain("hx-get", "hx-trigger", "data-events");
  }

  @Test
  void words_that_earned_points_are_marked_with_the_part_they_earned() throws Exception {
    assertThat(html("candidate", new Examples("Ann")))
        .contains("data-part=\"p1\"")
        .contains(
            "<mark data-parts=\"p1\">Built the berth planner in Java and Spring Boot Ann</mark>");
  }

  private String html(String page, Examples examples) throws Exception {
    return switch (page) {
      case "start" ->
          html(
              page,
              new StartPage(
                  List.of(examples.job()),
                  List.of(
                      new StartPage.Recent(examples.screening(), examples.progress(State.RUNNING))),
                  new Samples(),
                  1_000_000));
      case "screening" ->
          html(page, new ScreeningPage(live(examples, State.RUNNING), examples.job()));
      case "live" -> html(page, live(examples, State.RUNNING));
      case "candidate" ->
          html(
              page,
              CandidatePage.of(examples.screening(), examples.detail(), Sight.OPEN, null, null));
      case "files" ->
          html(page, FilesPage.of(examples.screening(), examples.received(), Sight.OPEN));
      case "trouble" -> html(page, new Trouble(404, "Nothing", examples.word()));
      default -> throw new IllegalArgumentException(page);
    };
  }

  private static Live live(Examples examples, State state) {
    return new Live(
        examples.screening(),
        examples.progress(state),
        List.of(RankedRow.of(examples.ranked(), Sight.OPEN)),
        0,
        List.of(examples.application(Stage.NEEDS_REVIEW), examples.application(Stage.FAILED)),
        Sight.OPEN);
  }

  private String html(String page, Object model) throws Exception {
    var response = new MockHttpServletResponse();
    pages.show(page, model).render(Map.of(), new MockHttpServletRequest(), response);
    return response.getContentAsString();
  }
}
