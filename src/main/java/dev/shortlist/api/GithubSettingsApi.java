package dev.shortlist.api;

import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.github.GithubChoice;
import dev.shortlist.github.GithubChoices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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

  GithubSettingsApi(CurrentAccount account, GithubChoices choices) {
    this.account = account;
    this.choices = choices;
  }

  @GetMapping
  @Operation(summary = "Whether GitHub is looked up", operationId = "githubSettings")
  Settings find() {
    return Settings.of(choices.find(account.id()));
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
      @Schema(description = "Whether the account has a token of its own") boolean tokenSet) {
    static Settings of(GithubChoice choice) {
      return new Settings(choice.on(), choice.chosen(), choice.ownToken());
    }
  }
}
