package dev.shortlist.mail;

import dev.shortlist.notify.Bounce;
import dev.shortlist.notify.Email;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.ScreeningId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail in the outbox, as it may be seen.
///
/// @param application whose it is, absent when it is to one of ours or came from a program
/// @param screening of the application
/// @param number of the application, what it is called while its name is hidden
/// @param recipient empty while it may not be seen
/// @param subject empty while it may not be seen
/// @param body empty while it may not be seen
/// @param sendAfter until then it can be taken back; when it is tried again, after it was refused
/// @param error why it was not sent, empty when nothing is wrong
/// @param bounce what was reported after the mail server had taken it, absent for nothing
public record OutboxLine(
    UUID id,
    String category,
    @Nullable ApplicationId application,
    @Nullable ScreeningId screening,
    int number,
    String recipient,
    String subject,
    String body,
    Email.State state,
    int attempts,
    Instant createdAt,
    Instant sendAfter,
    @Nullable Instant sentAt,
    String error,
    @Nullable Bounce bounce,
    String by) {

  static OutboxLine of(Email email, @Nullable Application application, boolean shown) {
    boolean ours = application == null && email.category().startsWith("screening-");
    boolean seen = shown || ours;
    return new OutboxLine(
        email.id(),
        email.category(),
        application == null ? null : application.id(),
        application == null ? null : application.screening(),
        application == null ? 0 : application.number(),
        seen ? email.recipient() : "",
        seen ? email.subject() : "",
        seen ? email.body() : "",
        email.state(),
        email.attempts(),
        email.createdAt(),
        email.sendAfter(),
        email.sentAt(),
        email.error() == null ? "" : email.error(),
        email.bounce(),
        email.message().by());
  }
}
