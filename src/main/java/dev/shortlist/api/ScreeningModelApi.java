package dev.shortlist.api;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.calls.Spending;
import dev.shortlist.judging.Cascade;
import dev.shortlist.judging.Dollars;
import dev.shortlist.judging.DryRun;
import dev.shortlist.judging.ModelCosts;
import dev.shortlist.judging.ModelPlans;
import dev.shortlist.judging.ModelSetup;
import dev.shortlist.screening.ModelProgress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(
    path = "/api/v1/screenings/{key}/model",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Language models")
class ScreeningModelApi {
  private final CurrentAccount account;
  private final Screenings screenings;
  private final ModelPlans plans;
  private final ModelCosts costs;
  private final DryRun dryRun;

  ScreeningModelApi(
      CurrentAccount account,
      Screenings screenings,
      ModelPlans plans,
      ModelCosts costs,
      DryRun dryRun) {
    this.account = account;
    this.screenings = screenings;
    this.plans = plans;
    this.costs = costs;
    this.dryRun = dryRun;
  }

  @GetMapping
  @Operation(summary = "How far a model goes in this screening, and what it has cost")
  ScreeningModel find(@PathVariable String key) {
    return body(get(key));
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Have a model read this screening's CVs, or not any more",
      description =
          """
          What is absent is as the account has it. A screening that was completed runs again until what is to be \
          read is read; one that was paused goes on when it is resumed. CVs whose local score stood because of an \
          outage or wrong settings are read, too.\
          """)
  ScreeningModel change(@PathVariable String key, @RequestBody Plan plan) {
    var screening = get(key);
    try {
      var cascade =
          plan.cascade() == null ? null : Fields.one(Cascade.class, "cascade", plan.cascade());
      return body(plans.change(account.id(), screening.id(), cascade, plan.budget()));
    } catch (IllegalArgumentException refused) {
      throw Problem.INVALID_VALUE.because("" + refused.getMessage());
    }
  }

  @GetMapping("/estimate")
  @Operation(
      summary = "What it would take, before anything is sent",
      description =
          "Reckoned from the texts of the CVs that are matched by now and not read by a model yet. The"
              + " tokens received and the cost are the most there can be.")
  Estimate estimate(
      @PathVariable String key,
      @Parameter(description = "`band` or `all`; absent for the screening's own")
          @RequestParam(required = false)
          @Nullable String cascade) {
    var wanted = cascade == null ? null : Fields.one(Cascade.class, "cascade", cascade);
    return dryRun
        .of(account.id(), get(key).id(), wanted)
        .map(Estimate::of)
        .orElseThrow(() ->
            Problem.INVALID_VALUE.because(
                "No language model is set: see /api/v1/settings/model, or SHORTLIST_AI_PROVIDER."));
  }

  private ScreeningModel body(Screening screening) {
    var plan = plans.plan(account.id(), screening.id());
    var setup = plans.find(account.id(), screening.id());
    Long budget = plan.budget();
    return new ScreeningModel(
        plan.cascade() == null ? null : plan.cascade().name(),
        budget == null ? null : Dollars.of(budget),
        setup.map(ModelSetup::cascade).orElse(Cascade.OFF),
        setup.map(one -> one.model().name()).orElse(null),
        screenings.progress(account.id(), screening.id()).models(),
        Spent.of(costs.of(account.id(), screening.id())));
  }

  private Screening get(String key) {
    return screenings.find(account.id(), key).orElseThrow(() -> ScreeningsApi.unknown(key));
  }

  @Schema(name = "ModelPlan")
  record Plan(
      @Schema(description = "`off`, `band` or `all`; absent for the account's")
          @Nullable String cascade,
      @Schema(description = "Dollars; absent for the account's") @Nullable BigDecimal budget) {}

  @Schema(name = "ScreeningModel")
  record ScreeningModel(
      @Schema(description = "What was said for this screening", nullable = true)
          @Nullable String cascade,
      @Schema(description = "Dollars, said for this screening", nullable = true)
          @Nullable BigDecimal budget,
      @Schema(description = "What holds") Cascade inUse,
      @Schema(nullable = true) @Nullable String model,
      ModelProgress progress,
      Spent spent) {}

  /// What calls took.
  @Schema(name = "ModelSpent")
  record Spent(
      int calls,
      long inputTokens,
      long outputTokens,
      @Schema(description = "Dollars, with the most that calls under way can cost") BigDecimal cost,
      @Schema(description = "Calls of models whose price is not known; they count as 0")
          int unpriced) {
    static Spent of(Spending.Sum sum) {
      return new Spent(
          sum.calls(), sum.input(), sum.output(), Dollars.of(sum.cost()), sum.unpriced());
    }
  }

  @Schema(name = "ModelEstimate")
  record Estimate(
      Cascade cascade,
      @Schema(description = "CVs a model would read") int cvs,
      @Schema(description = "Of those, CVs that would not be sent") int withheld,
      int calls,
      long inputTokens,
      @Schema(description = "At most") long outputTokens,
      @Schema(description = "Dollars at most; null when the price is not known", nullable = true)
          @Nullable BigDecimal cost,
      @Schema(description = "Until the last answer, within the limits") long seconds,
      @Schema(description = "Days of the provider's daily quota") int days) {
    static Estimate of(DryRun.Forecast forecast) {
      Long cost = forecast.cost();
      return new Estimate(
          forecast.cascade(),
          forecast.cvs(),
          forecast.withheld(),
          forecast.calls(),
          forecast.input(),
          forecast.output(),
          cost == null ? null : Dollars.of(cost),
          forecast.time().toSeconds(),
          forecast.days());
    }
  }
}
