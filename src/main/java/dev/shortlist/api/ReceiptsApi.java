package dev.shortlist.api;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.blind.Blind;
import dev.shortlist.opening.Consent;
import dev.shortlist.opening.ConsentVersion;
import dev.shortlist.opening.Consents;
import dev.shortlist.opening.Senders;
import dev.shortlist.opening.Sent;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Stage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Receipts", description = "What came by the pages on which people apply themselves")
class ReceiptsApi {
  private final CurrentUser user;
  private final Senders senders;
  private final Consents consents;
  private final Applications applications;
  private final Blind blind;

  ReceiptsApi(
      CurrentUser user,
      Senders senders,
      Consents consents,
      Applications applications,
      Blind blind) {
    this.user = user;
    this.senders = senders;
    this.consents = consents;
    this.applications = applications;
    this.blind = blind;
  }

  @GetMapping("/receipts/{receipt}")
  @Operation(
      summary = "Find an application by its receipt",
      operationId = "findReceipt",
      description =
          "Who applied, to what they agreed, and how far the application is. Persons who signed in"
              + " see no names where the pages hide them.")
  Receipted find(
      @Parameter(description = "The reference on the receipt", example = "K7QM-2XRB-9TFD-HW4P")
          @PathVariable
          String receipt) {
    var sent = get(receipt);
    var arrival = sent.arrival();
    var account = user.principal().account();
    boolean shown =
        applications
            .find(account, arrival.application())
            .map(detail -> detail.application())
            .filter(one -> blind.sight(user.principal(), one.screening()).shows(one))
            .isPresent();
    var text =
        consents.find(account, arrival.language(), arrival.version()).map(Consent::text).orElse("");
    return new Receipted(
        arrival.reference(),
        arrival.application().value(),
        sent.screening(),
        arrival.job(),
        sent.stage(),
        shown ? arrival.name() : null,
        shown ? arrival.email() : null,
        arrival.at(),
        new Agreed(arrival.version(), arrival.language(), text));
  }

  @DeleteMapping("/receipts/{receipt}")
  @Operation(
      summary = "Delete who applied with a receipt",
      operationId = "deleteReceipt",
      description =
          "What they wrote, their CV and all that was made of it, read or not; other applications of"
              + " theirs stay. A CV that came in another way too stays, and only what this person"
              + " wrote goes. 409 while the CV is being read.")
  ErasureApi.Gone delete(@PathVariable String receipt) {
    return ErasureApi.Gone.of(senders.erase(user.principal().account(), get(receipt)));
  }

  @GetMapping("/settings/consents")
  @Operation(
      summary = "What applicants were asked to agree to, in every version",
      operationId = "consents")
  List<Version> versions() {
    return consents.versions(user.principal().account()).stream().map(Version::of).toList();
  }

  private Sent get(String receipt) {
    return senders
        .find(user.principal().account(), receipt)
        .orElseThrow(() ->
            Problem.NOT_FOUND.because(
                "There is no receipt with the reference \"%s\".".formatted(receipt)));
  }

  @Schema(name = "Receipted")
  record Receipted(
      @Schema(example = "K7QM-2XRB-9TFD-HW4P") String receipt,
      UUID application,
      @Schema(description = "Number of its screening") int screening,
      @Schema(description = "Number of the job description") int jobDescription,
      Stage stage,
      @Schema(description = "As given; null while names are hidden", nullable = true)
          @Nullable String name,
      @Schema(nullable = true) @Nullable String email,
      Instant at,
      Agreed consent) {}

  @Schema(name = "Agreed", description = "The consent text as it was when it was agreed to")
  record Agreed(int version, String language, String text) {}

  @Schema(name = "ConsentVersion")
  record Version(
      int version,
      String language,
      String text,
      Instant since,
      @Schema(description = "Receipts that name it") int agreed) {
    static Version of(ConsentVersion one) {
      var consent = one.consent();
      return new Version(
          consent.version(), consent.language(), consent.text(), one.since(), one.agreed());
    }
  }
}
