package dev.shortlist.api;

import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.blind.Blind;
import dev.shortlist.candidate.Candidate;
import dev.shortlist.candidate.CandidateId;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.screening.Applications;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/candidates", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Candidates", description = "The persons the account knows, over all screenings")
class CandidatesApi {
  private static final int MOST = 500;

  private final CurrentUser user;
  private final Blind blind;
  private final CurrentAccount account;
  private final Candidates candidates;
  private final Applications applications;
  private final Audit audit;

  CandidatesApi(
      CurrentUser user,
      Blind blind,
      CurrentAccount account,
      Candidates candidates,
      Applications applications,
      Audit audit) {
    this.user = user;
    this.blind = blind;
    this.account = account;
    this.candidates = candidates;
    this.applications = applications;
    this.audit = audit;
  }

  @GetMapping
  @Operation(
      summary = "The candidates, oldest first",
      description =
          "Persons who signed in see and find the names of those who are shown in one screening at"
              + " least; programs with a key all.")
  CandidateList list(
      @Parameter(description = "Part of a name or an e-mail address")
          @RequestParam(defaultValue = "")
          String q,
      @Parameter(description = "`next` of the page before") @RequestParam(defaultValue = "0")
          int cursor,
      @RequestParam(defaultValue = "100") int limit) {
    var page = candidates.list(account.id(), Fields.cursor(cursor), q, Fields.limit(limit, MOST));
    var shown = shown(page);
    return new CandidateList(
        page.stream()
            .filter(one -> q.isBlank() || shown.contains(one.id()))
            .map(one -> body(one, shown))
            .toList(),
        page.size() == limit ? page.getLast().number() : null);
  }

  @GetMapping("/{key}")
  @Operation(summary = "One candidate and all applications")
  CandidateBody.Detail find(
      @Parameter(description = "Id or number", example = "12") @PathVariable String key) {
    var candidate = get(key);
    var sights = blind.sights(user.principal());
    return new CandidateBody.Detail(
        body(candidate, shown(List.of(candidate))),
        applications.of(account.id(), candidate.id()).stream()
            .map(one -> sights.apply(one.screening()).seen(one))
            .map(CandidateBody.Screened::of)
            .toList());
  }

  @PostMapping(path = "/{key}/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Make two candidates one",
      description = "All CVs, addresses and applications of the other become those of this one.")
  CandidateBody merge(@PathVariable String key, @RequestBody Merge body) {
    if (body.candidate() == null) {
      throw Problem.INVALID_VALUE.because(
          "The field candidate is missing: send the id or number of the other candidate.");
    }
    var kept = get(key).id();
    var other = get(body.candidate()).id();
    var merged = candidates.merge(account.id(), kept, other);
    audit.note(account.id(), "candidate.merge", "candidate/" + kept, "candidate/" + other);
    return body(merged, shown(List.of(merged)));
  }

  private Set<CandidateId> shown(List<Candidate> candidates) {
    return blind.shown(user.principal(), candidates.stream().map(Candidate::id).toList());
  }

  private static CandidateBody body(Candidate candidate, Set<CandidateId> shown) {
    return shown.contains(candidate.id())
        ? CandidateBody.of(candidate)
        : CandidateBody.hidden(candidate);
  }

  private Candidate get(String key) {
    return candidates
        .find(account.id(), key)
        .orElseThrow(() ->
            Problem.NOT_FOUND.because(
                "There is no candidate with the id or number \"%s\".".formatted(key)));
  }

  record CandidateList(
      List<CandidateBody> candidates,
      @Schema(description = "Cursor of the next page; null on the last", nullable = true)
          @Nullable Integer next) {}

  /// Which other candidate is the same person.
  @Schema(name = "Merge")
  record Merge(@Schema(description = "Id or number", example = "17") @Nullable String candidate) {}
}
