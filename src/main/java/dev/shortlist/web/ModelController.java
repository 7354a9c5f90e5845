package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.calls.Spending;
import dev.shortlist.judging.Cascade;
import dev.shortlist.judging.Dollars;
import dev.shortlist.judging.ModelChoice;
import dev.shortlist.judging.ModelProvider;
import dev.shortlist.judging.ModelSettings;
import dev.shortlist.judging.ModelTrial;
import dev.shortlist.judging.OnFailure;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Which language model the account uses, how far, and for how much.
@Controller
@RequestMapping("/settings/model")
class ModelController {
  private final Pages pages;
  private final CurrentUser current;
  private final ModelSettings settings;
  private final ModelTrial trial;
  private final Spending spending;

  ModelController(
      Pages pages,
      CurrentUser current,
      ModelSettings settings,
      ModelTrial trial,
      Spending spending) {
    this.pages = pages;
    this.current = current;
    this.settings = settings;
    this.trial = trial;
    this.spending = spending;
  }

  @GetMapping
  View show() {
    return show(settings.choice(account()), Said.NOTHING);
  }

  /// What is left empty is as the installation has it.
  @PostMapping
  View change(HttpServletResponse response, @RequestParam Map<String, String> form) {
    try {
      settings.change(account(), choice(form), form.get("key"));
      return show(settings.choice(account()), done(Texts.say("account.model-saved")));
    } catch (IllegalArgumentException refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(
          settings.choice(account()), new Said("", "", Texts.core("" + refused.getMessage())));
    }
  }

  @PostMapping("/clear")
  View clear() {
    settings.clear(account());
    return show(ModelChoice.NONE, done(Texts.say("account.model-cleared")));
  }

  @PostMapping("/test")
  View test() throws InterruptedException {
    var tried = trial.run(account());
    return show(
        settings.choice(account()),
        tried.works()
            ? new Said(
                Texts.core(tried.words()) + " (" + Dollars.text(tried.costMicros()) + ")", "", "")
            : new Said("", "", Texts.core(tried.words())));
  }

  private View show(ModelChoice choice, Said said) {
    var account = account();
    return pages.show(
        "model",
        new ModelPage(
            current.principal(),
            choice,
            settings.hasKey(account),
            settings.find(account).orElse(null),
            spending.ofMonth(account.value()),
            said));
  }

  private static Said done(String words) {
    return new Said(words, "", "");
  }

  private static ModelChoice choice(Map<String, String> form) {
    return new ModelChoice(
        of(form, "provider", ModelProvider::valueOf),
        of(form, "baseUrl", URI::create),
        of(form, "model", Function.identity()),
        of(form, "requestsPerMinute", Integer::valueOf),
        of(form, "tokensPerMinute", Integer::valueOf),
        of(form, "requestsPerDay", Integer::valueOf),
        of(form, "concurrency", Integer::valueOf),
        of(form, "cvsPerCall", Integer::valueOf),
        of(form, "cascade", Cascade::valueOf),
        of(form, "shortlist", Integer::valueOf),
        of(form, "band", Double::valueOf),
        of(form, "readings", Integer::valueOf),
        of(form, "monthlyBudget", BigDecimal::new),
        of(form, "screeningBudget", BigDecimal::new),
        of(form, "language", Function.identity()),
        of(form, "onFailure", OnFailure::valueOf));
  }

  /// @throws IllegalArgumentException if the value is not one; the message names it
  private static <T> @Nullable T of(
      Map<String, String> form, String field, Function<String, T> read) {
    String value = form.getOrDefault(field, "").strip();
    if (value.isEmpty()) {
      return null;
    }
    try {
      return read.apply(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Texts.say("account.not-a-value", value, field), e);
    }
  }

  private AccountId account() {
    return current.principal().account();
  }
}
