package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Role;
import dev.shortlist.candidate.Candidates;
import dev.shortlist.retention.AccountErasure;
import dev.shortlist.retention.Erasure;
import dev.shortlist.screening.Screenings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Deletion", description = "For good: rows, files and everything kept beside them")
class ErasureApi {
  private final CurrentUser user;
  private final Screenings screenings;
  private final Candidates candidates;
  private final Erasure erasure;
  private final AccountErasure accounts;

  ErasureApi(
      CurrentUser user,
      Screenings screenings,
      Candidates candidates,
      Erasure erasure,
      AccountErasure accounts) {
    this.user = user;
    this.screenings = screenings;
    this.candidates = candidates;
    this.erasure = erasure;
    this.accounts = accounts;
  }

  @DeleteMapping("/screenings/{key}")
  @Operation(
      summary = "Delete a screening",
      description =
          "With it go the candidates and CVs that are in no other. What is being read is cancelled.")
  Gone screening(
      @Parameter(description = "Its id, number or reference", example = "3") @PathVariable
          String key) {
    var screening =
        screenings
            .find(account(), key)
            .orElseThrow(() ->
                Problem.NOT_FOUND.because(
                    "There is no screening with the id, number or reference \"%s\"."
                        .formatted(key)));
    return Gone.of(erasure.screening(account(), screening.id()));
  }

  @DeleteMapping("/candidates/{key}")
  @Operation(
      summary = "Delete a candidate with all CVs and applications",
      description = "409 while one of their CVs is being read.")
  Gone candidate(
      @Parameter(description = "Id or number", example = "12") @PathVariable String key) {
    var candidate =
        candidates
            .find(account(), key)
            .orElseThrow(() ->
                Problem.NOT_FOUND.because(
                    "There is no candidate with the id or number \"%s\".".formatted(key)));
    return Gone.of(erasure.candidate(account(), candidate.id()));
  }

  @DeleteMapping("/settings/account")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Delete the account with everything in it",
      description = "For owners. The audit log and the credit entries stay; they hold ids alone.")
  void account(
      @Parameter(description = "The account's id, so that nobody does this by mistake")
          @RequestParam
          String confirm) {
    if (user.principal().role() != Role.OWNER) {
      throw Problem.NOT_ALLOWED.because("Only an owner deletes the account: ask one.");
    }
    if (!confirm.equals(account().toString())) {
      throw Problem.INVALID_VALUE.because(
          "confirm is \"%s\": send the id of the account, as in /api/v1/me.".formatted(confirm));
    }
    accounts.erase(account());
  }

  private AccountId account() {
    return user.principal().account();
  }

  /// @param files whose bytes are gone; those other screenings need stay
  @Schema(name = "Deleted")
  record Gone(int applications, int candidates, int files) {
    static Gone of(Erasure.Gone gone) {
      return new Gone(gone.applications(), gone.candidates(), gone.files());
    }
  }
}
