package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.RowsRead;
import dev.shortlist.database.Tenancy;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.figures.Overview;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.match.Answer;
import dev.shortlist.match.Recommendation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class RankingsTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static final Sought UNDECIDED =
      new Sought(Set.of(), true, Set.of(), 0, 100, Map.of(), Set.of(), "");
  private static final int COPIES = 99;
  private static final int ALL = 400;

  private static AccountId account;
  private static ScreeningId screening;

  private final Rankings rankings = shortlist.get(Rankings.class);

  @BeforeAll
  static void four_hundred_have_applied(@TempDir Path temp) throws IOException {
    account = new AccountId(shortlist.database().account());
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, null, "Accountant\nRequirements\n- SAP\n- Excel\n- French", null);
    var screenings = shortlist.get(Screenings.class);
    screening = screenings.create(account, null, job.id(), null).id();
    var uploads = new ArrayList<Upload>();
    for (String skill : List.of("SAP and Excel", "Excel", "ovens", "SAP")) {
      Path file = Files.writeString(temp.resolve(skill + ".txt"), cv(skill));
      uploads.add(new Upload(skill + ".txt", file));
    }
    shortlist.get(Intake.class).add(account, screening, uploads);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            screenings.find(account, screening).orElseThrow().state() == Screening.State.COMPLETED);
    Many.copy(shortlist, account, screening, COPIES);
  }

  @Test
  void what_a_model_reads_of_one_is_found_without_looking_at_the_others() {
    var one = shortlist.get(Standings.class).unasked(account, screening, 1).getFirst();
    var read =
        new RowsRead(
            shortlist.get(JdbcClient.class), shortlist.get(Tenancy.class), List.of("match"));

    assertThat(
            read.by(
                account.value(),
                () ->
                    assertThat(
                            shortlist
                                .get(Cases.class)
                                .list(account, List.of(one.application().value())))
                        .extracting(Cases.Case::match)
                        .containsExactly(one.match())))
        .isBetween(1L, 5L);
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition_in_any_order() {
    for (var order : Order.values()) {
      var walked = new ArrayList<ApplicationId>();
      var page = page(Sought.ALL, order, Cursor.START);
      while (true) {
        assertThat(page.first()).isEqualTo(walked.size() + 1);
        assertThat(page.found()).isEqualTo(ALL);
        walked.addAll(ids(page));
        if (!page.hasAfter()) {
          break;
        }
        page = page(Sought.ALL, order, Cursor.after(walked.getLast()));
      }
      assertThat(walked).hasSize(ALL).doesNotHaveDuplicates();
    }
  }

  @Test
  void whoever_stands_in_a_list_knows_who_is_next_and_which_page_it_is_on() {
    var skilled = new Sought(Set.of(), false, Set.of(), 0, 100, Map.of(), Set.of(), "ovens");
    for (var order : Order.values()) {
      var all = rankings.page(account, screening, skilled, order, Cursor.START, ALL).rows();
      for (int at : List.of(0, 1, 50, all.size() - 1)) {
        var around =
            rankings
                .around(account, screening, skilled, order, all.get(at).application().id(), 50)
                .orElseThrow();

        assertThat(around.position()).isEqualTo(at + 1);
        assertThat(around.found()).isEqualTo(all.size());
        assertThat(around.before()).isEqualTo(at == 0 ? null : id(all, at - 1));
        assertThat(around.after()).isEqualTo(at == all.size() - 1 ? null : id(all, at + 1));
        assertThat(around.edge()).isEqualTo(at < 50 ? null : id(all, at / 50 * 50 - 1));
      }
    }
  }

  @Test
  void a_place_in_the_ranking_is_the_same_from_far_and_from_near() {
    var applications = shortlist.get(Applications.class);
    for (var row : page(Sought.ALL, Order.YEARS, Cursor.START).rows()) {
      assertThat(applications.find(account, row.application().id()).orElseThrow().rank())
          .isEqualTo(row.rank());
    }
  }

  private static ApplicationId id(List<RankedApplication> rows, int at) {
    return rows.get(at).application().id();
  }

  @Test
  void the_page_before_is_the_one_that_was_left() {
    var first = page(Sought.ALL, Order.NAME, Cursor.START);
    var second = page(Sought.ALL, Order.NAME, Cursor.after(ids(first).getLast()));

    var back = page(Sought.ALL, Order.NAME, Cursor.before(ids(second).getFirst()));

    assertThat(ids(back)).isEqualTo(ids(first));
    assertThat(back.first()).isEqualTo(1);
    assertThat(back.hasBefore()).isFalse();
  }

  @Test
  void a_page_goes_on_where_it_was_also_after_its_row_fits_no_more() {
    var first = page(UNDECIDED, Order.SCORE, Cursor.START);
    var last = ids(first).getLast();
    var next = ids(page(UNDECIDED, Order.SCORE, Cursor.after(last)));
    var decisions = shortlist.get(Decisions.class);

    decisions.decide(account, List.of(last), Verdict.ON_HOLD, "", "local");

    assertThat(ids(page(UNDECIDED, Order.SCORE, Cursor.after(last)))).isEqualTo(next);
    decisions.takeBack(account, List.of(last), "local");
  }

  @Test
  void whoever_comes_with_a_row_that_is_gone_begins_at_the_first() {
    var gone = Cursor.after(new ApplicationId(new UUID(1, 2)));

    assertThat(page(Sought.ALL, Order.SCORE, gone).first()).isEqualTo(1);
  }

  @Test
  void a_board_has_a_column_for_each_verdict_with_its_first_rows_and_their_number() {
    var best = ids(page(Sought.ALL, Order.SCORE, Cursor.START));
    var decisions = shortlist.get(Decisions.class);
    decisions.decide(account, best.subList(0, 3), Verdict.SHORTLISTED, "", "local");

    var board = rankings.board(account, screening, Sought.ALL, Order.SCORE, 2);

    assertThat(board.counts()).containsEntry(Verdict.SHORTLISTED, 3);
    assertThat(board.decided().get(Verdict.SHORTLISTED))
        .extracting(row -> row.application().id())
        .isEqualTo(best.subList(0, 2));
    assertThat(board.undecided()).hasSize(2);
    assertThat(board.undecidedCount()).isEqualTo(ALL - 3);
    decisions.takeBack(account, best.subList(0, 3), "local");
  }

  @Test
  void the_figures_add_up_to_the_pool() {
    var figures = shortlist.get(Overview.class).of(account, screening);

    assertThat(figures.total()).isEqualTo(ALL);
    assertThat(figures.between(0, 100)).isEqualTo(ALL);
    assertThat(figures.recommendations().values().stream().mapToInt(n -> n).sum()).isEqualTo(ALL);
    for (String requirement : figures.answers().keySet()) {
      assertThat(
              Set.of(Answer.values()).stream()
                  .mapToInt(answer -> figures.count(requirement, answer))
                  .sum())
          .isEqualTo(ALL);
    }
    assertThat(figures.count(Recommendation.STRONG_YES)).isBetween(0, ALL);
  }

  private RankingPage page(Sought sought, Order order, Cursor cursor) {
    return rankings.page(account, screening, sought, order, cursor, 50);
  }

  private static List<ApplicationId> ids(RankingPage page) {
    return page.rows().stream().map(row -> row.application().id()).toList();
  }

  private static String cv(String skill) {
    return """
    Pat Example
    pat.%s@example.com

    Experience
    Accountant, Northmoor Ceramics
    Jan 2018 - Dec 2024
    - Prepared the monthly accounts with %s
    """
        .formatted(skill.hashCode(), skill);
  }
}
