package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.AuditEntry;
import dev.shortlist.accounts.Balance;
import dev.shortlist.accounts.Credits;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
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
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Account", description = "Who is calling, what is left to spend, who did what")
class AccountApi {
  private static final int MOST = 500;

  private final CurrentUser current;
  private final Accounts accounts;
  private final Credits credits;
  private final Audit audit;

  AccountApi(CurrentUser current, Accounts accounts, Credits credits, Audit audit) {
    this.current = current;
    this.accounts = accounts;
    this.credits = credits;
    this.audit = audit;
  }

  @GetMapping("/me")
  @Operation(summary = "Who is calling")
  Me me() {
    var principal = current.principal();
    return new Me(principal.account().value(), principal.actor(), principal.role());
  }

  @GetMapping("/credits")
  @Operation(summary = "What is left to spend")
  BalanceBody credits() {
    return BalanceBody.of(credits.balance(current.principal().account()));
  }

  @PostMapping(path = "/accounts/{account}/credits", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Grant credits",
      description =
          """
          For the operator: without sign-in, or with a key made by "shortlist key add --operator". An \
          account that had no limit has one from then on.\
          """)
  BalanceBody grant(
      @Parameter(description = "Id or alias") @PathVariable String account,
      @RequestBody Grant grant) {
    AccountId to =
        accounts
            .find(account)
            .orElseThrow(
                () -> Problem.NOT_FOUND.because("There is no account \"%s\".".formatted(account)));
    if (grant.amount() < 1 || grant.key() == null || grant.key().isBlank()) {
      throw Problem.INVALID_VALUE.because(
          "A grant has an amount above 0, and a key that makes it happen once.");
    }
    if (credits.grant(to, grant.amount(), grant.key())) {
      audit.record(
          current.principal(),
          "credits.granted",
          "account/" + to,
          Integer.toString(grant.amount()));
    }
    return BalanceBody.of(credits.balance(to));
  }

  @GetMapping("/audit")
  @Operation(summary = "Who did what", description = "Newest first; ids only, no names.")
  AuditPage audit(
      @Parameter(description = "Position of the last entry of the page before")
          @RequestParam(required = false)
          @Nullable Long before,
      @RequestParam(defaultValue = "100") int limit) {
    int most = Fields.limit(limit, MOST);
    var entries =
        audit.list(current.principal().account(), before == null ? Long.MAX_VALUE : before, most);
    return new AuditPage(
        entries,
        entries.size() < most || entries.getLast().position() == 1
            ? null
            : entries.getLast().position());
  }

  @GetMapping("/audit/check")
  @Operation(
      summary = "Whether the log is as it was written",
      description = "Each entry carries the hash of those before it.")
  Checked check() {
    var broken = audit.firstBroken(current.principal().account());
    return new Checked(broken.isEmpty(), broken.isEmpty() ? null : broken.getAsLong());
  }

  record Me(UUID account, String caller, Role role) {}

  record Grant(int amount, @Nullable String key) {}

  record AuditPage(
      List<AuditEntry> entries,
      @Schema(description = "To send as before; absent on the last page") @Nullable Long next) {}

  record Checked(boolean whole, @Nullable Long firstBroken) {}

  record BalanceBody(boolean unlimited, @Nullable Integer available, @Nullable Integer reserved) {

    static BalanceBody of(Balance balance) {
      return switch (balance) {
        case Balance.Unlimited() -> new BalanceBody(true, null, null);
        case Balance.Limited(int available, int reserved) ->
            new BalanceBody(false, available, reserved);
      };
    }
  }
}
