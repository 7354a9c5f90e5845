package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Rows;
import dev.shortlist.notify.Email.Message;
import dev.shortlist.notify.Email.State;
import dev.shortlist.screening.ApplicationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How a mail stands in its table.
final class EmailRows {
  static final String SELECT =
      """
      select id, category, recipient, subject, body, from_name, reply_to, application_id, created_by,
             state, attempts, created_at, send_after, sent_at, error, bounce, bounce_status,
             bounced_at
        from email
       where account_id = :account
      """;

  private EmailRows() {}

  static Email row(ResultSet row, int number) throws SQLException {
    UUID application = Rows.uuid(row, "application_id");
    return new Email(
        Rows.id(row, "id"),
        new Message(
            Rows.text(row, "category"),
            Rows.text(row, "recipient"),
            Rows.text(row, "subject"),
            Rows.text(row, "body"),
            Rows.text(row, "from_name"),
            row.getString("reply_to"),
            application == null ? null : new ApplicationId(application),
            Rows.text(row, "created_by")),
        State.valueOf(Rows.text(row, "state")),
        row.getInt("attempts"),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "send_after"),
        Rows.time(row, "sent_at"),
        row.getString("error"),
        bounce(row));
  }

  private static @Nullable Bounce bounce(ResultSet row) throws SQLException {
    String kind = row.getString("bounce");
    return kind == null
        ? null
        : new Bounce(
            Bounce.Kind.valueOf(kind),
            Rows.text(row, "bounce_status"),
            Rows.instant(row, "bounced_at"));
  }

  /// However many they are, in one statement.
  static void insert(JdbcClient jdbc, AccountId account, List<Email> emails) {
    jdbc.sql(
            """
            insert into email (account_id, id, category, recipient, subject, body, from_name,
              reply_to, application_id, created_by, state, send_after, created_at)
            select :account, e.id, e.category, e.recipient, e.subject, e.body, e.from_name,
                   e.reply_to, e.application_id, e.created_by, 'QUEUED', e.send_after, e.created_at
              from unnest(cast(:ids as uuid[]), cast(:categories as text[]),
                          cast(:recipients as text[]), cast(:subjects as text[]),
                          cast(:bodies as text[]), cast(:fromNames as text[]),
                          cast(:replyTos as text[]), cast(:applications as uuid[]),
                          cast(:by as text[]), cast(:after as timestamptz[]),
                          cast(:now as timestamptz[]))
                as e (id, category, recipient, subject, body, from_name, reply_to, application_id,
                      created_by, send_after, created_at)
            """)
        .param("account", account.value())
        .param("ids", array(emails, Email::id))
        .param("categories", array(emails, Email::category))
        .param("recipients", array(emails, Email::recipient))
        .param("subjects", array(emails, Email::subject))
        .param("bodies", array(emails, Email::body))
        .param("fromNames", array(emails, one -> one.message().fromName()))
        .param("replyTos", array(emails, one -> one.message().replyTo()))
        .param("applications", array(emails, one -> one.message().application()))
        .param("by", array(emails, one -> one.message().by()))
        .param("after", array(emails, Email::sendAfter))
        .param("now", array(emails, Email::createdAt))
        .update();
  }

  private static @Nullable String[] array(
      List<Email> emails, Function<Email, @Nullable Object> value) {
    return emails.stream().map(value).map(EmailRows::written).toArray(String[]::new);
  }

  private static @Nullable String written(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
