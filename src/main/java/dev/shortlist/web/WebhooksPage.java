package dev.shortlist.web;

import dev.shortlist.accounts.Principal;
import dev.shortlist.notify.Webhook;
import dev.shortlist.notify.WebhookEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The webhooks of the account.
///
/// @param form what stands in the form: what was sent, if it was refused
record WebhooksPage(Principal principal, List<Webhook> webhooks, Said said, Form form) {

  /// What one can listen to.
  List<WebhookEvent> events() {
    return Arrays.stream(WebhookEvent.values())
        .filter(event -> event != WebhookEvent.TEST)
        .toList();
  }

  /// A webhook as it was asked for.
  record Form(String url, String description, Set<WebhookEvent> events) {
    static final Form EMPTY = new Form("", "", Set.of());

    public Form {
      events = Set.copyOf(events);
    }
  }
}
