package dev.shortlist.notify;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// Sends the mails whose time has come. A mail that was being sent when its node died is left as it
/// is: it may have gone, and twice is worse than a look at the log.
@Component
class PostBox {
  private static final int AT_ONCE = 100;
  private static final int ATTEMPTS = 3;
  private static final Duration WAIT = Duration.ofMinutes(10);
  private static final Logger log = LoggerFactory.getLogger(PostBox.class);

  private final Emails emails;
  private final Accounts accounts;
  private final MailSettings settings;

  PostBox(Emails emails, Accounts accounts, MailSettings settings) {
    this.emails = emails;
    this.accounts = accounts;
    this.settings = settings;
  }

  void empty() {
    if (!settings.isSetUp()) {
      return;
    }
    var server = server();
    for (var account : accounts.list()) {
      for (var email : emails.due(account, AT_ONCE)) {
        if (emails.take(account, email.id())) {
          send(server, account, email);
        }
      }
    }
  }

  private void send(JavaMailSenderImpl server, AccountId account, Email email) {
    var message = new SimpleMailMessage();
    message.setFrom(String.valueOf(settings.from()));
    message.setTo(email.recipient());
    message.setSubject(email.subject());
    message.setText(email.body());
    try {
      server.send(message);
      emails.sent(account, email.id());
    } catch (MailException e) {
      log.warn("mail not sent email={}", email.id(), e);
      emails.failed(account, email.id(), "the mail server did not take it", ATTEMPTS, WAIT);
    }
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
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    return server;
  }
}
