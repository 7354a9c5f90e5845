package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.database.Ids;
import dev.shortlist.database.Rows;
import dev.shortlist.database.Tenancy;
import dev.shortlist.notify.Email.Message;
import dev.shortlist.notify.Email.State;
import dev.shortlist.screening.ApplicationId;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The mails of an account: queued, sent when their time has come, and kept as a log.
@Component
public class Emails {
  private static final Pattern ONE_ADDRESS =
      Pattern.compile("[^@\\s,;<>\\p{Cntrl}]+@[^@\\s,;<>\\p{Cntrl}]+\\.[^@\\s,;<>\\p{Cntrl}]+");
  private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");

  /// After which a mail that is being sent has lost its node.
  private static final Duration LOST = Duration.ofMinutes(15);

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
    return address.length() <= 254 && ONE_ADDRESS.matcher(address).matches();
  }

  /// Whether mails can be sent at all.
  public boolean isSetUp() {
    return settings.isSetUp();
  }

  /// The address mails come from, empty when mail is not set up.
  public String from() {
    return isSetUp() ? "" + settings.from() : "";
  }

  /// How long a mail waits in which it can be taken back.
  public Duration undo() {
    return settings.undo();
  }

  /// Queues a mail; it is sent when the time to take it back is over.
  ///
  /// @param subject one line; what would end it becomes a blank
  /// @throws IllegalArgumentException if `recipient` is not one address
  /// @throws IllegalStateException if mail is not set up
  public Email queue(
      AccountId account, String category, String recipient, String subject, String body) {
    return queue(account, new Message(category, recipient, subject, body));
  }

  /// Queues a mail; it is sent when the time to take it back is over.
  ///
  /// @throws IllegalArgumentException if the recipient is not one address
  /// @throws IllegalStateException if mail is not set up
  public Email queue(AccountId account, Message message) {
    return queue(account, message, settings.undo());
  }

  /// Queues a mail that nobody takes back: it is sent with the next ones.
  ///
  /// @throws IllegalArgumentException if the recipient is not one address
  /// @throws IllegalStateException if mail is not set up
  public Email send(AccountId account, Message message) {
    return queue(account, message, Duration.ZERO);
  }

  /// Queues a mail to somebody of ours, which nobody takes back: it is sent with the next ones.
  Email notice(AccountId account, String category, String recipient, String subject, String body) {
    return send(account, new Message(category, recipient, subject, body));
  }

  /// Queues mails, all or none; they are sent when the time to take them back is over.
  ///
  /// @return in the order of `messages`
  /// @throws IllegalArgumentException if a recipient is not one address
  /// @throws IllegalStateException if mail is not set up
  public List<Email> queue(AccountId account, List<Message> messages) {
    return queue(account, messages, settings.undo());
  }

  private Email queue(AccountId account, Message message, Duration wait) {
    return queue(account, List.of(message), wait).getFirst();
  }

  private List<Email> queue(AccountId account, List<Message> messages, Duration wait) {
    if (!isSetUp()) {
      throw new IllegalStateException("mail is not set up");
    }
    if (!messages.stream().allMatch(message -> isAddress(message.recipient()))) {
      throw new IllegalArgumentException("not one e-mail address");
    }
    var now = clock.instant();
    var queued =
        messages.stream()
            .map(message ->
                new Email(
                    ids.next(),
                    safe(message),
                    State.QUEUED,
                    0,
                    now,
                    now.plus(wait),
                    null,
                    null,
                    null))
            .toList();
    tenancy.inAccount(account.value(), () -> EmailRows.insert(jdbc, account, queued));
    return queued;
  }

  /// Nothing in a header brings another one along.
  private static Message safe(Message message) {
    return new Message(
        message.category(),
        message.recipient(),
        oneLine(message.subject()),
        message.body().replace("\0", ""), // which the database does not keep
        oneLine(message.fromName()),
        message.replyTo(),
        message.application(),
        message.by());
  }

  private static String oneLine(String header) {
    return LINE_ENDS.matcher(header).replaceAll(" ").strip();
  }

  /// Takes a mail back.
  ///
  /// @return false when it is too late, or the account has no such mail
  public boolean cancel(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                        """
                        update email set state = 'CANCELLED', error = null
                         where account_id = :account and id = :id and state = 'QUEUED'
                        """)
                    .param("account", account.value())
                    .param("id", id)
                    .update()
                == 1);
  }

  /// Takes back all mails of a kind about these applications that still wait.
  ///
  /// @return how many
  public int cancel(AccountId account, String category, Collection<ApplicationId> applications) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    update email set state = 'CANCELLED', error = null
                     where account_id = :account and category = :category and state = 'QUEUED'
                       and application_id = any(:applications)
                    """)
                .param("account", account.value())
                .param("category", category)
                .param("applications", values(applications))
                .update());
  }

  /// Sends a mail that failed or came back, or whose node was lost while it was being sent, with
  /// the next ones; it is tried for a day again.
  ///
  /// @return false if the account has no such mail, or it is in another state
  public boolean again(AccountId account, UUID id) {
    var now = clock.instant();
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                        """
                        update email
                           set state = 'QUEUED', attempts = 0, tried_since = null, error = null,
                               send_after = :now, sent_at = null, token = null, bounce = null,
                               bounce_status = null, bounced_at = null
                         where account_id = :account and id = :id
                           and (state in ('FAILED', 'BOUNCED') or (state = 'SENDING' and send_after < :lost))
                        """)
                    .param("now", Rows.time(now))
                    .param("lost", Rows.time(now.minus(LOST)))
                    .param("account", account.value())
                    .param("id", id)
                    .update()
                == 1);
  }

  public Optional<Email> find(AccountId account, UUID id) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(EmailRows.SELECT + "and id = :id")
                .param("account", account.value())
                .param("id", id)
                .query(EmailRows::row)
                .optional());
  }

  /// The newest `limit` mails, newest first.
  public List<Email> list(AccountId account, int limit) {
    return list(account, EnumSet.allOf(State.class), null, limit);
  }

  /// A page of the mails in one of `states`, newest first.
  ///
  /// @param before the last of the page before, absent for the first page
  public List<Email> list(AccountId account, Set<State> states, @Nullable UUID before, int limit) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    EmailRows.SELECT
                        + """
                          and state = any(:states) and (cast(:before as uuid) is null or id < cast(:before as uuid))
                        order by id desc
                        limit :limit
                        """)
                .param("account", account.value())
                .param("states", states.stream().map(State::name).toArray(String[]::new))
                .param("before", before, Types.OTHER)
                .param("limit", limit)
                .query(EmailRows::row)
                .list());
  }

  /// The mails about an application, newest first.
  public List<Email> about(AccountId account, ApplicationId application) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(EmailRows.SELECT + "and application_id = :application order by id desc")
                .param("account", account.value())
                .param("application", application.value())
                .query(EmailRows::row)
                .list());
  }

  /// Those of `applications` about which a mail of a kind waits or is on its way.
  public Set<ApplicationId> waiting(
      AccountId account, String category, Collection<ApplicationId> applications) {
    return tenancy.inAccount(
        account.value(),
        () ->
            jdbc.sql(
                    """
                    select distinct application_id
                      from email
                     where account_id = :account and category = :category
                       and state in ('QUEUED', 'SENDING')
                       and application_id = any(:applications)
                    """)
                .param("account", account.value())
                .param("category", category)
                .param("applications", values(applications))
                .query((row, number) -> new ApplicationId(Rows.id(row, "application_id")))
                .set());
  }

  private static UUID[] values(Collection<ApplicationId> applications) {
    return applications.stream().map(ApplicationId::value).toArray(UUID[]::new);
  }
}
