package dev.shortlist.api;

import dev.shortlist.accounts.Balance;
import dev.shortlist.accounts.Credits;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.figures.Usage;
import dev.shortlist.screening.Stage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Account")
class UsageApi {
  private static final int DAYS = 30;

  private final CurrentAccount account;
  private final Usage usage;
  private final Credits credits;
  private final Clock clock;

  UsageApi(CurrentAccount account, Usage usage, Credits credits, Clock clock) {
    this.account = account;
    this.usage = usage;
    this.credits = credits;
    this.clock = clock;
  }

  @GetMapping(path = "/api/v1/usage", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What the account had done",
      description = "CVs that came in a span of days (UTC), and how long the work on them took.")
  UsageBody usage(
      @Parameter(description = "First day; absent for 30 days ago", example = "2026-03-01")
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = "Last day; absent for today", example = "2026-03-31")
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    var last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
    var first = from == null ? last.minusDays(DAYS) : from;
    if (first.isAfter(last)) {
      throw Problem.INVALID_VALUE.because("from is %s, which is after %s.".formatted(first, last));
    }
    var sum = usage.of(account.id(), start(first), start(last.plusDays(1)));
    return UsageBody.of(first, last, sum, credits.balance(account.id()));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// What an account had done.
  @Schema(name = "Usage")
  record UsageBody(
      LocalDate from,
      LocalDate to,
      @Schema(description = "Screenings that got CVs") int screenings,
      @Schema(description = "CVs that came, without duplicates") int cvs,
      int completed,
      @Schema(description = "Need review or failed") int review,
      @Schema(description = "Bytes stored now, whenever they came") long storedBytes,
      @Schema(description = "Work on them; what was known from before took none")
          Map<Stage, WorkBody> stages,
      AccountApi.BalanceBody credits) {
    static UsageBody of(LocalDate from, LocalDate to, Usage.Sum sum, Balance balance) {
      var stages = new EnumMap<Stage, WorkBody>(Stage.class);
      sum.stages().forEach((stage, work) -> stages.put(stage, WorkBody.of(work)));
      return new UsageBody(
          from,
          to,
          sum.screenings(),
          sum.cvs(),
          sum.completed(),
          sum.review(),
          sum.bytes(),
          stages,
          AccountApi.BalanceBody.of(balance));
    }
  }

  @Schema(name = "Work")
  record WorkBody(
      @Schema(description = "CVs that went through the stage") int cvs,
      @Schema(description = "Of all of them, one after the other") double seconds,
      double meanMillis) {
    static WorkBody of(Usage.Work work) {
      double millis = work.total().toMillis();
      return new WorkBody(work.cvs(), millis / 1000, millis / work.cvs());
    }
  }
}
