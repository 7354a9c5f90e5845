package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.blind.Sight;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.deciding.SavedViews;
import dev.shortlist.figures.Figures;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.RankingPage;
import dev.shortlist.screening.Rankings;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Fetches what the list of a screening shows, in as many statements for fifty rows as for one.
@Component
class Listings {
  private final CurrentUser user;
  private final Rankings rankings;
  private final Decisions decisions;
  private final Authors authors;
  private final PoolFigures figures;
  private final SavedViews views;
  private final JobDescriptions jobDescriptions;

  Listings(
      CurrentUser user,
      Rankings rankings,
      Decisions decisions,
      Authors authors,
      PoolFigures figures,
      SavedViews views,
      JobDescriptions jobDescriptions) {
    this.user = user;
    this.rankings = rankings;
    this.decisions = decisions;
    this.authors = authors;
    this.figures = figures;
    this.views = views;
    this.jobDescriptions = jobDescriptions;
  }

  Listing of(Screening screening, Progress progress, ListQuery query, Sight sight) {
    var reader = user.principal();
    AccountId account = reader.account();
    var requirements = requirements(account, screening);
    var kept = views.list(account, reader.actor(), screening.id());
    if (screening.jobDescription() == null) {
      return new Listing(
          query, List.of(), 0, 0, false, false, List.of(), Figures.NONE, requirements, kept);
    }
    var order = query.order(sight);
    var sought = query.sought(sight);
    var pool = figures.of(account, screening, progress);
    if (query.isBoard()) {
      var board = rankings.board(account, screening.id(), sought, order, Listing.CARDS);
      var columns = columns(account, board, sight);
      int found = columns.stream().mapToInt(Listing.Column::count).sum();
      return new Listing(
          query, List.of(), found, 0, false, false, columns, pool, requirements, kept);
    }
    RankingPage page =
        rankings.page(account, screening.id(), sought, order, query.cursor(), Listing.PLACES);
    return new Listing(
        query,
        lines(account, page.rows(), sight),
        page.found(),
        page.first(),
        page.hasBefore(),
        page.hasAfter(),
        List.of(),
        pool,
        requirements,
        kept);
  }

  private List<Requirement> requirements(AccountId account, Screening screening) {
    var job = screening.jobDescription();
    return job == null
        ? List.of()
        : jobDescriptions
            .find(account, job)
            .map(found -> found.content().requirements())
            .orElse(List.of());
  }

  private List<Listing.Column> columns(AccountId account, Rankings.Board board, Sight sight) {
    var rows = new ArrayList<>(board.undecided());
    board.decided().values().forEach(rows::addAll);
    var lines = lines(account, rows, sight);
    var columns = new ArrayList<Listing.Column>();
    columns.add(
        new Listing.Column(
            null, board.undecidedCount(), lines.stream().limit(board.undecided().size()).toList()));
    int from = board.undecided().size();
    for (var verdict : Verdict.values()) {
      int size = board.decided().getOrDefault(verdict, List.of()).size();
      columns.add(
          new Listing.Column(
              verdict, board.counts().getOrDefault(verdict, 0), lines.subList(from, from + size)));
      from += size;
    }
    return columns;
  }

  private List<Listing.Line> lines(AccountId account, List<RankedApplication> rows, Sight sight) {
    var decided =
        decisions.latest(
            account,
            rows.stream()
                .map(RankedApplication::application)
                .filter(application -> application.verdict() != null)
                .map(application -> application.id())
                .toList());
    var names = authors.names();
    return rows.stream()
        .map(row -> {
          var decision = decided.get(row.application().id());
          return new Listing.Line(
              RankedRow.of(row, sight), decision, decision == null ? "" : names.by(decision.by()));
        })
        .toList();
  }
}
