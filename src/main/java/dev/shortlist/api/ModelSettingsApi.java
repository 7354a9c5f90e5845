package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.judging.Cascade;
import dev.shortlist.judging.Dollars;
import dev.shortlist.judging.ModelChoice;
import dev.shortlist.judging.ModelCosts;
import dev.shortlist.judging.ModelProvider;
import dev.shortlist.judging.ModelSettings;
import dev.shortlist.judging.ModelSetup;
import dev.shortlist.judging.ModelTrial;
import dev.shortlist.judging.OnFailure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/settings/model", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Language models", description = "Which model reads CVs, how far, and what it costs")
class ModelSettingsApi {
  private final CurrentAccount account;
  private final ModelSettings settings;
  private final ModelTrial trial;
  private final ModelCosts costs;

  ModelSettingsApi(
      CurrentAccount account, ModelSettings settings, ModelTrial trial, ModelCosts costs) {
    this.account = account;
    this.settings = settings;
    this.trial = trial;
    this.costs = costs;
  }

  @GetMapping
  @Operation(
      summary = "The model the account uses",
      description = "What the account chose, and what holds with the installation's settings.")
  Settings find() {
    return settings(account.id());
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Choose a model",
      description =
          """
          What is absent is as the installation has it. A key is kept encrypted and never shown; without one the \
          key there is stays, unless provider or address change.\
          """)
  Settings change(@RequestBody Choice body) {
    try {
      settings.change(account.id(), body.choice(), body.apiKey());
    } catch (IllegalArgumentException refused) {
      throw Problem.INVALID_VALUE.because("" + refused.getMessage());
    }
    return settings(account.id());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Use the installation's model again and forget the account's key")
  void clear() {
    settings.clear(account.id());
  }

  @PostMapping("/test")
  @Operation(
      summary = "Try the model with one call",
      description = "Says what is wrong and what to do. It costs a few tokens.")
  Tried test() throws InterruptedException {
    var tried = trial.run(account.id());
    return new Tried(tried.works(), tried.words(), Dollars.of(tried.costMicros()));
  }

  private Settings settings(AccountId account) {
    return new Settings(
        Choice.of(settings.choice(account)),
        settings.hasKey(account),
        settings.find(account).map(InUse::of).orElse(null),
        ScreeningModelApi.Spent.of(costs.ofMonth(account)));
  }

  /// What an account says about language models.
  @Schema(name = "ModelChoice")
  record Choice(
      @Schema(description = "Null for the installation's model", nullable = true)
          @Nullable ModelProvider provider,
      @Nullable URI baseUrl,
      @Schema(
              description = "Kept encrypted, never shown",
              accessMode = Schema.AccessMode.WRITE_ONLY)
          @Nullable String apiKey,
      @Schema(example = "gemini-2.5-flash") @Nullable String model,
      @Nullable Integer requestsPerMinute,
      @Nullable Integer tokensPerMinute,
      @Nullable Integer requestsPerDay,
      @Schema(description = "Calls under way at once") @Nullable Integer concurrency,
      @Nullable Integer cvsPerCall,
      @Schema(description = "Which ranked CVs the model reads") @Nullable Cascade cascade,
      @Schema(description = "People on a shortlist: where the cut is") @Nullable Integer shortlist,
      @Schema(description = "Points below the cut within which CVs are read") @Nullable Double band,
      @Schema(description = "How often a CV close to the cut is read") @Nullable Integer readings,
      @Schema(description = "Dollars in a calendar month (UTC)") @Nullable BigDecimal monthlyBudget,
      @Schema(description = "Dollars of each screening") @Nullable BigDecimal screeningBudget,
      @Schema(description = "Of summaries", example = "de") @Nullable String language,
      @Nullable OnFailure onFailure) {

    ModelChoice choice() {
      return new ModelChoice(
          provider,
          baseUrl,
          Fields.orNull(model),
          requestsPerMinute,
          tokensPerMinute,
          requestsPerDay,
          concurrency,
          cvsPerCall,
          cascade,
          shortlist,
          band,
          readings,
          monthlyBudget,
          screeningBudget,
          Fields.orNull(language),
          onFailure);
    }

    static Choice of(ModelChoice choice) {
      return new Choice(
          choice.provider(),
          choice.baseUrl(),
          null,
          choice.model(),
          choice.requestsPerMinute(),
          choice.tokensPerMinute(),
          choice.requestsPerDay(),
          choice.concurrency(),
          choice.cvsPerCall(),
          choice.cascade(),
          choice.shortlist(),
          choice.band(),
          choice.readings(),
          choice.monthlyBudget(),
          choice.screeningBudget(),
          choice.language(),
          choice.onFailure());
    }
  }

  @Schema(name = "ModelSettings")
  record Settings(
      Choice chosen,
      @Schema(description = "Whether the account has a key of its own") boolean keySet,
      @Schema(description = "What holds; null when no model is used", nullable = true)
          @Nullable InUse inUse,
      @Schema(description = "In this calendar month (UTC)") ScreeningModelApi.Spent spent) {}

  @Schema(name = "ModelInUse")
  record InUse(
      @Schema(description = "Whether model and key are the account's") boolean own,
      String provider,
      String model,
      URI baseUrl,
      Cascade cascade,
      @Nullable Integer requestsPerMinute,
      @Nullable Integer tokensPerMinute,
      @Nullable Integer requestsPerDay,
      int concurrency,
      int cvsPerCall,
      int shortlist,
      double band,
      int readings,
      @Nullable BigDecimal monthlyBudget,
      @Nullable BigDecimal screeningBudget,
      String language,
      OnFailure onFailure) {

    static InUse of(ModelSetup setup) {
      var limits = setup.limits();
      return new InUse(
          setup.own(),
          setup.model().provider().name(),
          setup.model().name(),
          setup.address(),
          setup.cascade(),
          limits.requestsPerMinute(),
          limits.tokensPerMinute(),
          limits.requestsPerDay(),
          limits.concurrency(),
          setup.cvsPerCall(),
          setup.shortlist(),
          setup.band(),
          setup.readings(),
          dollars(setup.budget().month()),
          dollars(setup.budget().screening()),
          setup.language().toLanguageTag(),
          setup.onFailure());
    }

    private static @Nullable BigDecimal dollars(@Nullable Long micros) {
      return micros == null ? null : Dollars.of(micros);
    }
  }

  @Schema(name = "ModelTried")
  record Tried(
      @Schema(description = "Whether CVs can be judged") boolean works,
      @Schema(description = "What was seen, and what to do") String words,
      @Schema(description = "Dollars; 0 where the price is not known") BigDecimal cost) {}
}
