package dev.shortlist.web;

import dev.shortlist.accounts.Principal;
import dev.shortlist.notify.Webhook;
import dev.shortlist.notify.WebhookEvent;
import java.util.Arrays;
import java.util.List;

/// The webhooks of the account.
record WebhooksPage(Principal principal, List<Webhook> webhooks, Said said) {

  /// What one can listen to.
  List<WebhookEvent> events() {
    return Arrays.stream(WebhookEvent.values())
        .filter(event -> event != WebhookEvent.TEST)
        .toList();
  }
}
