package dev.shortlist.api;

import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Role;
import dev.shortlist.backup.AccountExport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account")
class AccountExportApi {
  private final CurrentUser user;
  private final AccountExport export;
  private final Audit audit;

  AccountExportApi(CurrentUser user, AccountExport export, Audit audit) {
    this.user = user;
    this.export = export;
    this.audit = audit;
  }

  @GetMapping(path = "/api/v1/settings/account/export", produces = "application/zip")
  @Operation(
      summary = "Download the account with all that is in it",
      description =
          "For owners. A ZIP of JSON Lines and CVs without secrets, for 'shortlist account import'. It is whole when its last entry, manifest.json, is there.")
  void export(HttpServletResponse response) throws SQLException, IOException {
    var principal = user.principal();
    if (principal.role() != Role.OWNER) {
      throw Problem.NOT_ALLOWED.because("Only an owner exports the account: ask one.");
    }
    var account = principal.account();
    audit.note(account, "account.exported", "account/" + account, "");
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"shortlist-account.zip\"");
    try {
      export.writeTo(account.value(), response.getOutputStream());
    } catch (AccountExport.Busy e) {
      throw Problem.STILL_WORKING.because("Two exports are being written: try again in a while.");
    }
  }
}
