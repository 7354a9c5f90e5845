package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.accounts.RateLimit;
import dev.shortlist.github.GithubChoices;
import dev.shortlist.github.GithubTrial;
import jakarta.servlet.http.HttpServletResponse;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Whether public work on GitHub is shown beside CVs, and by whose token it is asked for.
@Controller
@RequestMapping("/settings/github")
class GithubController {
  private final Pages pages;
  private final CurrentUser current;
  private final GithubChoices choices;
  private final GithubTrial trial;

  GithubController(Pages pages, CurrentUser current, GithubChoices choices, GithubTrial trial) {
    this.pages = pages;
    this.current = current;
    this.choices = choices;
    this.trial = trial;
  }

  @GetMapping
  View show() {
    return show(Said.NOTHING);
  }

  /// @param on `true`, `false`, or empty to leave it to the installation
  /// @param token empty to keep the one there is
  @PostMapping
  View change(
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String token) {
    try {
      choices.change(account(), on.isBlank() ? null : on.strip().equals("true"), token);
      return show(new Said(Texts.say("account.github-saved"), "", ""));
    } catch (IllegalArgumentException refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(new Said("", "", Texts.say("account.github-token-wrong")));
    }
  }

  @PostMapping("/clear")
  View clear() {
    choices.clear(account());
    return show(new Said(Texts.say("account.github-cleared"), "", ""));
  }

  @PostMapping("/test")
  @RateLimit(permits = 30, per = ChronoUnit.HOURS)
  View test() {
    return show(
        trial
            .run(account())
            .map(why -> new Said("", "", Texts.say("candidate.github.why." + why.name())))
            .orElseGet(() -> new Said(Texts.say("account.github-works"), "", "")));
  }

  private View show(Said said) {
    return pages.show(
        "githubsettings",
        new GithubPage(
            current.principal(),
            choices.find(account()),
            trial.address().toString(),
            trial.calls(account()).orElse(null),
            said));
  }

  private AccountId account() {
    return current.principal().account();
  }
}
