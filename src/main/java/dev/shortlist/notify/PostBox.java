package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Sends the mails whose time has come. A mail that was being sent when its node died is left as it
/// is: it may have gone, and twice is worse than a look at the log.
@Component
class PostBox {
  private static final int AT_ONCE = 100;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(2);
  private static final Duration LONGEST_WAIT = Duration.ofHours(2);
  private static final Logger log = LoggerFactory.getLogger(PostBox.class);

  private final Dispatch dispatch;
  private final Accounts accounts;
  private final MailSettings settings;
  private final BounceSettings bounces;
  private final Patience patience;
  private final Clock clock;

  PostBox(
      Dispatch dispatch,
      Accounts accounts,
      MailSettings settings,
      BounceSettings bounces,
      Clock clock) {
    this.dispatch = dispatch;
    this.accounts = accounts;
    this.settings = settings;
    this.bounces = bounces;
    this.patience =
        new Patience(FIRST_WAIT, LONGEST_WAIT, settings.patience(), RandomGenerator.getDefault());
    this.clock = clock;
  }

  /// Some of each account after the other, until none is left. When the server is away, what is
  /// left waits for the next round, and was not tried.
  void empty() {
    if (!settings.isSetUp()) {
      return;
    }
    var server = server();
    var left = accounts.list();
    while (!left.isEmpty() && !Thread.currentThread().isInterrupted()) {
      var more = new ArrayList<AccountId>();
      for (var account : left) {
        var due = dispatch.due(account, AT_ONCE);
        if (!send(server, account, due)) {
          return;
        }
        if (due.size() == AT_ONCE) {
          more.add(account);
        }
      }
      left = more;
    }
  }

  /// @return false when the server is away
  private boolean send(JavaMailSenderImpl server, AccountId account, List<Email> due) {
    for (var email : due) {
      var taken = dispatch.take(account, email.id());
      if (taken.isPresent() && !send(server, account, email, taken.get())) {
        return false;
      }
    }
    return true;
  }

  /// @return false when the server is away
  private boolean send(
      JavaMailSenderImpl server, AccountId account, Email email, Dispatch.Taken taken) {
    try {
      server.send(message(server, email.message(), taken.token()));
      dispatch.sent(account, email.id());
      return true;
    } catch (MailException e) {
      var answer = SmtpAnswer.of(e);
      // Without the exception, which names the recipient.
      log.warn(
          "mail not sent email={} attempt={}: {}",
          email.id(),
          email.attempts() + 1,
          answer.words());
      var wait =
          answer instanceof SmtpAnswer.Refused
              ? null
              : patience.next(email.attempts(), null, taken.since(), clock.instant()).orElse(null);
      dispatch.failed(account, email.id(), answer.words(), wait);
      return !(answer instanceof SmtpAnswer.Away);
    }
  }

  private MimeMessage message(JavaMailSenderImpl server, Email.Message mail, String token) {
    var message = new SMTPMessage(server.getSession());
    var back = settings.returnAddress(bounces);
    try {
      var parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      var from = new InternetAddress(settings.from());
      if (!mail.fromName().isEmpty()) {
        from.setPersonal(mail.fromName(), StandardCharsets.UTF_8.name());
      }
      parts.setFrom(from);
      if (mail.replyTo() != null) {
        parts.setReplyTo(mail.replyTo());
      }
      parts.setTo(mail.recipient());
      parts.setSubject(mail.subject());
      parts.setText(mail.body());
      message.setHeader("Message-ID", back.messageId(token));
      message.setHeader(ReturnAddress.HEADER, token);
      if (bounces.address() != null) {
        message.setEnvelopeFrom(back.of(token));
      }
      if (mail.by().isEmpty()) {
        // Programs that answer for people who are away leave these alone.
        message.setHeader("Auto-Submitted", "auto-generated");
      }
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new MailPreparationException(e);
    }
    return message;
  }

  private JavaMailSenderImpl server() {
    var server = new JavaMailSenderImpl();
    server.setHost(settings.host());
    server.setPort(settings.port());
    server.setUsername(settings.user());
    server.setPassword(settings.password());
    server.setDefaultEncoding("UTF-8");
    var properties = server.getJavaMailProperties();
    String millis = Long.toString(settings.timeout().toMillis());
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    return server;
  }
}
