package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The mails of an account: queued, sent when their time has come, and kept as a log.
@Component
public class Emails {
  private static final String SELECT =
      """
      select id, category, recipient, subject, body, state, send_after, sent_at, error
        from email
       where account_id = :account
      """;

  private static final Pattern ONE_ADDRESS =
      Pattern.compile("[^@\\s,;<>\\p{Cntrl}]+@[^@\\s,;<>\\p{Cntrl}]+\\.[^@\\s,;<>\\p{Cntrl}]+");

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Ids ids;
  private final Clock clock;
  private final MailSettings settings;

  Emails(JdbcClient jdbc, Tenancy tenancy, Ids ids, Clock clock, MailSettings settings) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
  }

  /// Whether `address` is one e-mail address, as [#queue] takes it.
  public static boolean isAddress(String address) {
    return ONE_ADDRESS.matcher(address).matches();
  }

  /// Whether mails can be sent at all.
  public boolean isSetUp() {
    return settings.isSetUp();
  }

  /// Queues a mail; it is sent when the time to take it back is over.
  ///
  /// @param subject one line; what would end it becomes a blank
  /// @throws IllegalArgumentException if `recipient` is not one address
  /// @throws IllegalStateException if mail is not set up
  public Email queue(
      AccountId account, String category, String recipient, String subject, String body) {
    return queue(account, category, recipient, subject, body, settings.undo());
  }

  /// Queues a mail to somebody of ours, which nobody takes back: it is sent with the next ones.
  Email notice(AccountId account, String category, String recipient, String subject, String body) {
    return queue(account, category, recipient, subject, body, Duration.ZERO);
  }

  private Email queue(
      AccountId account,
      String category,
      String recipient,
      String subject,
      String body,
      Duration wait) {
    if (!isSetUp()) {
      throw new IllegalStateException("mail is not set up");
    }
    if (!ONE_ADDRESS.matcher(recipient).matches()) {
      throw new IllegalArgumentException("not one e-mail address");
    }
    var now = clock.instant();
    var email =
        new Email(
            ids.next(),
            category,
            recipient,
            subject.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip(),
            body,
            Email.State.QUEUED,
            now.plus(wait),
            null,
            null);
    tenancy.inAccount(account.value(), () -> insert(account, email, now));
    return email;
  }

  /// Takes a mail back.
  ///
  /// @return false when it is too late, or the account has no such mail
  public boolean cancel(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(), () -> move(account, id, Email.State.QUEUED, Email.State.CANCELLED, null));
  }

  /// The newest `limit` mails, newest first.
  public List<Email> list(AccountId account, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(SELECT + "order by id desc limit :limit")
                .param("account", account.value())
                .param("limit", limit)
                .query(Emails::row)
                .list());
  }

  /// Those whose time has come.
  List<Email> due(AccountId account, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    SELECT
                        + """
                        and state = 'QUEUED' and send_after <= :now
                        order by send_after
                        limit :limit
                        """)
                .param("account", account.value())
                .param("now", Rows.time(clock.instant()))
                .param("limit", limit)
                .query(Emails::row)
                .list());
  }

  /// Takes a mail to send it; false when somebody else did, or it was taken back.
  boolean take(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(), () -> move(account, id, Email.State.QUEUED, Email.State.SENDING, null));
  }

  void sent(AccountId account, UUID id) {
    tenancy.inAccount(
        account.value(),
        () -> {
          if (move(account, id, Email.State.SENDING, Email.State.SENT, null)) {
            jdbc.sql("update email set sent_at = :now where account_id = :account and id = :id")
                .param("now", Rows.time(clock.instant()))
                .param("account", account.value())
                .param("id", id)
                .update();
          }
        });
  }

  /// Notes that it could not be sent, and tries again later as often as it may.
  void failed(AccountId account, UUID id, String error, int attempts, Duration wait) {
    tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update email
                       set state = case when attempts + 1 < :attempts then 'QUEUED' else 'FAILED' end,
                           attempts = attempts + 1, error = :error, send_after = :again
                     where account_id = :account and id = :id and state = 'SENDING'
                    """)
                .param("attempts", attempts)
                .param("error", error)
                .param("again", Rows.time(clock.instant().plus(wait)))
                .param("account", account.value())
                .param("id", id)
                .update());
  }

  private void insert(AccountId account, Email email, Instant now) {
    jdbc.sql(
            """
            insert into email (account_id, id, category, recipient, subject, body, state,
              send_after, created_at)
            values (:account, :id, :category, :recipient, :subject, :body, :state, :after, :now)
            """)
        .param("account", account.value())
        .param("id", email.id())
        .param("category", email.category())
        .param("recipient", email.recipient())
        .param("subject", email.subject())
        .param("body", email.body())
        .param("state", email.state().name())
        .param("after", Rows.time(email.sendAfter()))
        .param("now", Rows.time(now))
        .update();
  }

  private boolean move(
      AccountId account, UUID id, Email.State from, Email.State to, @Nullable String error) {
    return jdbc.sql(
                """
                update email set state = :to, error = :error
                 where account_id = :account and id = :id and state = :from
                """)
            .param("to", to.name())
            .param("error", error)
            .param("account", account.value())
            .param("id", id)
            .param("from", from.name())
            .update()
        == 1;
  }

  private static Email row(ResultSet row, int number) throws SQLException {
    return new Email(
        Rows.id(row, "id"),
        Rows.text(row, "category"),
        Rows.text(row, "recipient"),
        Rows.text(row, "subject"),
        Rows.text(row, "body"),
        Email.State.valueOf(Rows.text(row, "state")),
        Rows.instant(row, "send_after"),
        Rows.time(row, "sent_at"),
        row.getString("error"));
  }
}
