package dev.shortlist.api;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.accounts.RateLimit;
import dev.shortlist.github.GithubCalls;
import dev.shortlist.github.GithubChoice;
import dev.shortlist.github.GithubChoices;
import dev.shortlist.github.GithubTrial;
import dev.shortlist.github.Skipped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.temporal.ChronoUnit;
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
@RequestMapping(path = "/api/v1/settings/github", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "GitHub", description = "Whether public work on GitHub is shown beside CVs")
class GithubSettingsApi {
  private final CurrentAccount account;
  private final GithubChoices choices;
  private final GithubTrial trial;

  GithubSettingsApi(CurrentAccount account, GithubChoices choices, GithubTrial trial) {
    this.account = account;
    this.choices = choices;
    this.trial = trial;
  }

  @GetMapping
  @Operation(summary = "Whether GitHub is looked up", operationId = "githubSettings")
  Settings find() {
    return Settings.of(
        choices.find(account.id()), trial.address(), trial.calls(account.id()).orElse(null));
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Look GitHub up, or not",
      operationId = "chooseGithub",
      description =
          "CVs that are read from now on. A token is kept encrypted and never shown; without one"
              + " the token there is stays.")
  Settings change(@RequestBody Choice body) {
    try {
      choices.change(account.id(), body.on(), body.token());
    } catch (IllegalArgumentException refused) {
      throw Problem.INVALID_VALUE.because("" + refused.getMessage());
    }
    return find();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Leave it to the installation again and forget the account's token",
      operationId = "clearGithub")
  void clear() {
    choices.clear(account.id());
  }

  @PostMapping("/test")
  @RateLimit(permits = 30, per = ChronoUnit.HOURS)
  @Operation(
      summary = "Ask GitHub once whether it answers",
      operationId = "tryGithub",
      description = "GitHub counts no call for it.")
  Tried test() {
    var why = trial.run(account.id()).orElse(null);
    return new Tried(
        why == null,
        why,
        why == null ? null : why.meaning(),
        trial.calls(account.id()).orElse(null));
  }

  @Schema(name = "GithubTried")
  record Tried(
      boolean works,
      @Schema(nullable = true) @Nullable Skipped why,
      @Schema(nullable = true) @Nullable String whyInWords,
      @Schema(nullable = true) @Nullable GithubCalls calls) {}

  @Schema(name = "GithubChoice")
  record Choice(
      @Schema(description = "Null to leave it to the installation", nullable = true)
          @Nullable Boolean on,
      @Schema(
              description = "Kept encrypted, never shown",
              accessMode = Schema.AccessMode.WRITE_ONLY)
          @Nullable String token) {}

  @Schema(name = "GithubSettings")
  record Settings(
      @Schema(description = "What holds") boolean on,
      @Schema(description = "What the account says; null where it says nothing", nullable = true)
          @Nullable Boolean chosen,
      @Schema(description = "Whether the account has a token of its own") boolean tokenSet,
      @Schema(description = "Where GitHub is asked; the operator sets it") URI baseUrl,
      @Schema(
              description = "What GitHub said last to this node; null before it was asked",
              nullable = true)
          @Nullable GithubCalls calls) {
    static Settings of(GithubChoice choice, URI baseUrl, @Nullable GithubCalls calls) {
      return new Settings(choice.on(), choice.chosen(), choice.ownToken(), baseUrl, calls);
    }
  }
}
