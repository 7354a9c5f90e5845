package dev.shortlist.api;

import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.Role;
import dev.shortlist.intake.GrowingUploads;
import dev.shortlist.moving.Moving;
import dev.shortlist.moving.Movings;
import dev.shortlist.moving.NotNow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(
    path = "/api/v1/settings/account/import",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Account")
class AccountImportApi {
  private final CurrentUser user;
  private final GrowingUploads uploads;
  private final Movings movings;

  AccountImportApi(CurrentUser user, GrowingUploads uploads, Movings movings) {
    this.user = user;
    this.uploads = uploads;
    this.movings = movings;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Take an exported account into this one, which is empty",
      operationId = "importAccount",
      description =
          "For owners. `upload` is the id of the ZIP, sent whole in pieces to /api/v1/uploads. It"
              + " goes on in the background, on any node: GET says how far it is. 409 when the"
              + " account has something already. Who comes along cannot sign in before an owner lets"
              + " them.")
  Moving begin(@RequestBody Wanted body) {
    var principal = owner();
    UUID id = body.upload();
    var upload =
        (id == null
                ? Optional.<dev.shortlist.intake.GrowingUpload>empty()
                : uploads.find(principal.account(), id))
            .orElseThrow(() ->
                Problem.INVALID_VALUE.because(
                    "The field upload is %s: send the id of an upload that is there."
                        .formatted(id)));
    try {
      return movings.begin(principal, upload);
    } catch (NotNow e) {
      throw Problem.NOT_ALLOWED_NOW.because("It cannot be imported: " + e.getMessage() + ".");
    }
  }

  @GetMapping
  @Operation(summary = "How far the last import is", operationId = "findAccountImport")
  Moving find() {
    return movings
        .find(owner().account())
        .orElseThrow(() -> Problem.NOT_FOUND.because("Nothing was ever imported by API or page."));
  }

  private Principal owner() {
    var principal = user.principal();
    if (principal.role() != Role.OWNER) {
      throw Problem.NOT_ALLOWED.because("Only an owner imports into the account: ask one.");
    }
    return principal;
  }

  @Schema(name = "AccountImport")
  record Wanted(@Nullable UUID upload) {}
}
