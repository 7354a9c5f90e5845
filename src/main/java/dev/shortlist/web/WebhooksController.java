package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentUser;
import dev.shortlist.intake.TooLong;
import dev.shortlist.notify.Delivery;
import dev.shortlist.notify.Webhook;
import dev.shortlist.notify.WebhookEvent;
import dev.shortlist.notify.Webhooks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The webhooks of the account, and what they were told.
@Controller
@RequestMapping("/settings/webhooks")
class WebhooksController {
  private static final int DELIVERIES = 50;

  private final Pages pages;
  private final CurrentUser current;
  private final Webhooks webhooks;

  WebhooksController(Pages pages, CurrentUser current, Webhooks webhooks) {
    this.pages = pages;
    this.current = current;
    this.webhooks = webhooks;
  }

  @GetMapping
  View list() {
    return list(Said.NOTHING, WebhooksPage.Form.EMPTY);
  }

  @PostMapping
  View create(
      HttpServletResponse response,
      @RequestParam String url,
      @RequestParam(defaultValue = "") String description,
      @RequestParam(defaultValue = "") Set<WebhookEvent> events) {
    TooLong.unless("url", url, TooLong.SENTENCES);
    TooLong.unless("description", description, TooLong.LINE);
    try {
      var created = webhooks.create(account(), Webhooks.address(url), description, events);
      return list(
          new Said(Texts.say("account.webhook-secret"), created.secret(), ""),
          WebhooksPage.Form.EMPTY);
    } catch (IllegalArgumentException refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return list(
          new Said("", "", Words.capital(Texts.core("" + refused.getMessage()) + ".")),
          new WebhooksPage.Form(url, description, events));
    }
  }

  @GetMapping("/{id}")
  View log(@PathVariable UUID id, @RequestParam(defaultValue = Long.MAX_VALUE + "") long before) {
    return log(id, before, Said.NOTHING);
  }

  @PostMapping("/{id}/test")
  View test(@PathVariable UUID id) {
    var told = webhooks.test(account(), find(id).id());
    return log(
        id,
        Long.MAX_VALUE,
        told.state() == Delivery.State.DELIVERED
            ? new Said(Texts.say("account.webhook-took", "" + told.status()), "", "")
            : new Said(
                "", "", Texts.say("account.webhook-refused", Texts.core("" + told.error()))));
  }

  @PostMapping("/{id}/active")
  View activate(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean on) {
    webhooks.change(account(), find(id).id(), null, null, null, on);
    return log(id, Long.MAX_VALUE, Said.NOTHING);
  }

  @PostMapping("/{id}/secret")
  View secret(@PathVariable UUID id) {
    String secret = webhooks.newSecret(account(), find(id).id());
    return log(id, Long.MAX_VALUE, new Said(Texts.say("account.webhook-new-secret"), secret, ""));
  }

  @PostMapping("/{id}/delete")
  View delete(@PathVariable UUID id) {
    webhooks.delete(account(), find(id).id());
    return list(new Said(Texts.say("account.webhook-deleted"), "", ""), WebhooksPage.Form.EMPTY);
  }

  @PostMapping("/{id}/deliveries/{delivery}/replay")
  View replay(@PathVariable UUID id, @PathVariable UUID delivery) {
    try {
      webhooks.replay(account(), find(id).id(), delivery);
    } catch (NoSuchElementException e) {
      throw Trouble.notFound("message", delivery.toString());
    }
    return log(id, Long.MAX_VALUE, new Said(Texts.say("account.webhook-replayed"), "", ""));
  }

  private View list(Said said, WebhooksPage.Form form) {
    return pages.show(
        "webhooks", new WebhooksPage(current.principal(), webhooks.list(account()), said, form));
  }

  private View log(UUID id, long before, Said said) {
    var webhook = find(id);
    var deliveries = webhooks.deliveries(account(), id, null, before, DELIVERIES);
    return pages.show(
        "webhook",
        new WebhookPage(
            current.principal(), webhook, deliveries, deliveries.size() == DELIVERIES, said));
  }

  private Webhook find(UUID id) {
    return webhooks
        .find(account(), id)
        .orElseThrow(() -> Trouble.notFound("webhook", id.toString()));
  }

  private AccountId account() {
    return current.principal().account();
  }
}
