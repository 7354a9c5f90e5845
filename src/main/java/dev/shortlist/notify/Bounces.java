package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps what became of mails after the mail server had taken them.
@Component
class Bounces {
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Emails emails;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Bounces(
      JdbcClient jdbc,
      Tenancy tenancy,
      Emails emails,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.emails = emails;
    this.clock = clock;
    this.events = events;
  }

  /// Keeps a report; told twice, it counts once.
  ///
  /// @return false if no mail has the token
  boolean keep(DeliveryReport report) {
    var mail = find(report.token());
    var kind = report.kind();
    if (kind != null) {
      mail.ifPresent(
          one -> keep(one, report.token(), new Bounce(kind, report.status(), clock.instant())));
    }
    return mail.isPresent();
  }

  /// Whose mail it is, is not known before.
  private Optional<Place> find(String token) {
    return tenancy.asHolder(
        token,
        () ->
            jdbc.sql("select account_id, id from email where token = :token")
                .param("token", token)
                .query((row, number) ->
                    new Place(new AccountId(Rows.id(row, "account_id")), Rows.id(row, "id")))
                .optional());
  }

  private void keep(Place mail, String token, Bounce bounce) {
    tenancy.inAccount(
        mail.account().value(),
        () -> {
          if (mark(mail, token, bounce) && bounce.kind() != Bounce.Kind.DELAYED) {
            var email = emails.find(mail.account(), mail.id()).orElseThrow();
            events.publishEvent(new MailBounced(mail.account(), email, bounce));
          }
        });
  }

  /// A mail whose node was lost while it was being sent must have gone, if it comes back.
  private boolean mark(Place mail, String token, Bounce bounce) {
    return jdbc.sql(
                """
                update email
                   set state = case when :kind = 'DELAYED' then state else 'BOUNCED' end,
                       bounce = :kind, bounce_status = :status, bounced_at = :now,
                       sent_at = coalesce(sent_at, send_after)
                 where account_id = :account and id = :id and token = :token
                   and state in ('SENT', 'SENDING')
                """)
            .param("kind", bounce.kind().name())
            .param("status", bounce.status())
            .param("now", Rows.time(bounce.at()))
            .param("account", mail.account().value())
            .param("id", mail.id())
            .param("token", token)
            .update()
        == 1;
  }

  private record Place(AccountId account, UUID id) {}
}
