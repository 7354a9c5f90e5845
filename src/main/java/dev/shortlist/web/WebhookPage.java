package dev.shortlist.web;

import dev.shortlist.accounts.Principal;
import dev.shortlist.notify.Delivery;
import dev.shortlist.notify.Webhook;
import java.util.List;

/// One webhook, and a page of what it was told, newest first.
record WebhookPage(
    Principal principal, Webhook webhook, List<Delivery> deliveries, boolean hasMore, Said said) {}
