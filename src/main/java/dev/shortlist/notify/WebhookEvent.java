package dev.shortlist.notify;

import java.util.Arrays;
import java.util.Optional;

/// What a webhook can be told.
public enum WebhookEvent {
  APPLICATION_COMPLETED("application.completed"),
  APPLICATION_NEEDS_REVIEW("application.needs_review"),
  APPLICATION_FAILED("application.failed"),
  SCREENING_COMPLETED("screening.completed"),
  SCREENING_PAUSED_BUDGET("screening.paused_budget"),
  SCREENING_HALTED("screening.halted"),
  DECISION_MADE("decision.made"),
  CANDIDATE_DELETED("candidate.deleted"),
  MAIL_BOUNCED("mail.bounced"),
  /// Sent when somebody asks for it, whatever the webhook listens to.
  TEST("webhook.test");

  private final String type;

  WebhookEvent(String type) {
    this.type = type;
  }

  /// As in messages: `application.completed`.
  public String type() {
    return type;
  }

  /// The event that is called `type`, if there is one to listen to.
  public static Optional<WebhookEvent> of(String type) {
    return Arrays.stream(values())
        .filter(event -> event != TEST && event.type.equals(type.strip()))
        .findFirst();
  }
}
