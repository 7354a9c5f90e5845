package dev.shortlist.api;

import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.blind.Blind;
import dev.shortlist.blind.Sight;
import dev.shortlist.github.GithubPeople;
import dev.shortlist.intake.Intake;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.report.JsonResume;
import dev.shortlist.report.RankingCsv;
import dev.shortlist.report.RankingXlsx;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Order;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Sought;
import dev.shortlist.screening.Stage;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.screening.WaitingPlaces;
import dev.shortlist.text.TextExtractor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Applications", description = "One CV in one screening: its score and why")
class ApplicationsApi {
  private static final int MOST = 500;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final CurrentUser user;
  private final CurrentAccount account;
  private final Screenings screenings;
  private final Applications applications;
  private final WaitingPlaces places;
  private final JobDescriptions jobDescriptions;
  private final Intake intake;
  private final Audit audit;
  private final Blind blind;
  private final TextExtractor extractor;
  private final GithubPeople people;

  ApplicationsApi(
      CurrentUser user,
      CurrentAccount account,
      Screenings screenings,
      Applications applications,
      WaitingPlaces places,
      JobDescriptions jobDescriptions,
      Intake intake,
      Audit audit,
      Blind blind,
      TextExtractor extractor,
      GithubPeople people) {
    this.user = user;
    this.account = account;
    this.screenings = screenings;
    this.applications = applications;
    this.places = places;
    this.jobDescriptions = jobDescriptions;
    this.intake = intake;
    this.audit = audit;
    this.blind = blind;
    this.extractor = extractor;
    this.people = people;
  }

  @GetMapping(path = "/screenings/{key}/applications", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The ranking, then the CVs without a place",
      description =
          "Best first; then the review tray and what is still in work, in the order received. A"
              + " filter leaves only those in the ranking that fit. While the screening runs, places"
              + " may still change between two pages. Persons who signed in see no names where the"
              + " pages hide them; programs with a key do.")
  ApplicationsPage list(
      @Parameter(description = "Id, number or reference of the screening", example = "3")
          @PathVariable
          String key,
      @Parameter(description = "Only those in this stage", example = "NEEDS_REVIEW")
          @RequestParam(required = false)
          @Nullable String stage,
      @Parameter(description = "`next` of the page before") @RequestParam(required = false)
          @Nullable String cursor,
      @RequestParam(defaultValue = "100") int limit,
      @Parameter(description = "`score` (best first), `name`, `years` or `received`")
          @RequestParam(defaultValue = "score")
          String order,
      @ParameterObject Filter filter) {
    var screening = get(key);
    var wanted = Fields.stage(stage);
    checkRanked(wanted, filter.sought());
    checkAsked(screening, filter.sought().answers().keySet());
    var sight = blind.sight(user.principal(), screening.id());
    return new ApplicationsPage.Source(
            applications,
            account.id(),
            screening,
            wanted,
            sight.open() ? filter.sought() : filter.sought().withoutNames(),
            visible(sight, Fields.one(Order.class, "order", order)),
            sight)
        .page(ApplicationsPage.Cursor.of(cursor), Fields.limit(limit, MOST));
  }

  /// What has no place in the ranking has nothing to be found by, and would be listed all the same.
  private static void checkRanked(@Nullable Stage stage, Sought sought) {
    if (stage != null && stage != Stage.COMPLETED && !sought.equals(Sought.ALL)) {
      throw Problem.INVALID_VALUE.because(
          "stage is %s, and only those with a place in the ranking can be narrowed by other values: leave out stage, or the others."
              .formatted(stage));
    }
  }

  /// A requirement that is not asked would narrow nothing, and nobody would see that.
  private void checkAsked(Screening screening, Set<String> named) {
    var job = screening.jobDescription();
    var asked =
        job == null
            ? List.<String>of()
            : jobDescriptions
                .find(account.id(), job)
                .map(one -> one.content().requirements().stream().map(Requirement::id).toList())
                .orElse(List.of());
    for (String id : named) {
      if (!asked.contains(id)) {
        throw Problem.INVALID_VALUE.because(
            "\"%s\" is no requirement of this screening; it has %s.".formatted(id, asked));
      }
    }
  }

  @GetMapping(path = "/applications/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "One CV: its score down to the words that earned it",
      description =
          "The parts of a dimension add up to its points, the dimensions by their weights to the"
              + " total. Every quote stands in `text`, at `start`.")
  ApplicationDetailBody find(@PathVariable UUID id) {
    return applications
        .find(account.id(), new ApplicationId(id))
        .map(this::seen)
        .map(detail ->
            ApplicationDetailBody.of(
                detail,
                places.of(account.id(), detail.application()).orElse(null),
                github(detail).orElse(null)))
        .orElseThrow(() ->
            Problem.NOT_FOUND.because("There is no application with the id %s.".formatted(id)));
  }

  private ApplicationDetail seen(ApplicationDetail detail) {
    return blind.sight(user.principal(), detail.application().screening()).seen(detail);
  }

  /// What an account calls itself on GitHub tells whose it is.
  private Optional<GithubBody> github(ApplicationDetail detail) {
    var application = detail.application();
    return blind.sight(user.principal(), application.screening()).shows(application)
        ? people
            .find(account.id(), application.id())
            .map(lookup -> GithubBody.of(lookup, asked(detail)))
        : Optional.empty();
  }

  private static Order visible(Sight sight, Order order) {
    if (sight.allows(order)) {
      return order;
    }
    throw Problem.INVALID_VALUE.because(
        "The names of this screening are hidden, so it cannot be ordered by them: order by score, or"
            + " show the names first.");
  }

  private Optional<JobDescription> asked(ApplicationDetail detail) {
    return screenings
        .find(account.id(), detail.application().screening())
        .flatMap(screening -> Optional.ofNullable(screening.jobDescription()))
        .flatMap(job -> jobDescriptions.find(account.id(), job))
        .map(StoredJobDescription::content);
  }

  @GetMapping(path = "/screenings/{key}/ranking.csv", produces = "text/csv")
  @Operation(
      summary = "The ranking as a spreadsheet",
      description =
          "One line a file: the ranking, the review tray, then the duplicates. With names=hidden"
              + " nothing tells whose CVs they are that are not revealed in the pages.")
  void csv(
      @PathVariable String key,
      @Parameter(description = "`shown` or `hidden`") @RequestParam(defaultValue = "shown")
          String names,
      HttpServletResponse response)
      throws IOException {
    var screening = get(key);
    var lines = lines(screening, names);
    response.setContentType("text/csv;charset=UTF-8");
    attach(response, screening, "csv");
    var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    // Spreadsheets take a file without this mark for their own old character set.
    out.write('\uFEFF');
    lines.write(new RankingCsv(out));
    out.flush();
    audit.note(account.id(), "screening.export", "screening/" + screening.id(), "csv");
  }

  @GetMapping(path = "/screenings/{key}/ranking.xlsx", produces = XLSX)
  @Operation(summary = "The ranking as an Excel workbook", description = "As ranking.csv.")
  void xlsx(
      @PathVariable String key,
      @Parameter(description = "`shown` or `hidden`") @RequestParam(defaultValue = "shown")
          String names,
      HttpServletResponse response)
      throws IOException {
    var screening = get(key);
    var lines = lines(screening, names);
    response.setContentType(XLSX);
    attach(response, screening, "xlsx");
    try (var workbook = new RankingXlsx(response.getOutputStream())) {
      lines.write(workbook);
    }
    audit.note(account.id(), "screening.export", "screening/" + screening.id(), "xlsx");
  }

  @GetMapping(path = "/applications/{id}/resume.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "One CV as JSON Resume",
      description = "What was read of it, by the schema of jsonresume.org. 404 until it is read.")
  void resume(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    var detail =
        applications.find(account.id(), new ApplicationId(id)).map(this::seen).orElse(null);
    var reading = detail == null ? null : detail.reading();
    if (detail == null || reading == null) {
      throw Problem.NOT_FOUND.because("There is no CV that was read with the id %s.".formatted(id));
    }
    response.setContentType("application/json;charset=UTF-8");
    var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    JsonResume.write(detail.application().file(), reading, extractor.version(), out);
    out.flush();
    audit.note(account.id(), "application.export", "application/" + id, "json-resume");
  }

  private RankingLines lines(Screening screening, String names) {
    var sight =
        switch (Fields.one(Names.class, "names", names)) {
          case SHOWN -> Sight.OPEN;
          case HIDDEN -> blind.sight(account.id(), screening.id());
        };
    return new RankingLines(
        applications, intake, account.id(), screening.id(), job(screening), sight);
  }

  private static void attach(HttpServletResponse response, Screening screening, String ending) {
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"ranking-%d.%s\"".formatted(screening.number(), ending));
  }

  private String job(Screening screening) {
    var id = screening.jobDescription();
    return id == null
        ? ""
        : jobDescriptions.find(account.id(), id).map(job -> job.content().title()).orElse("");
  }

  private Screening get(String key) {
    return screenings.find(account.id(), key).orElseThrow(() -> ScreeningsApi.unknown(key));
  }
}
