package dev.shortlist.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import jakarta.mail.Message.RecipientType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Mails as a mail server gets them.
@Tag("slow")
class SmtpTest {
  private static final GreenMail server = started();

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.roles", "web", // nobody else empties the post box
              "shortlist.mail.host", "127.0.0.1",
              "shortlist.mail.port", Integer.toString(server.getSmtp().getPort()),
              "shortlist.mail.start-tls", "false",
              "shortlist.mail.undo", "0s",
              "shortlist.mail.from", "hr@example.com"));

  private final Emails emails = shortlist.get(Emails.class);
  private final AccountId account = shortlist.get(Accounts.class).local();

  private static GreenMail started() {
    var made = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    made.start();
    return made;
  }

  /// The same again when the server is stopped and started.
  private static int freePort() {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void empty() throws Exception {
    server.purgeEmailFromAllMailboxes();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void a_mail_arrives_as_it_was_written() throws Exception {
    emails.queue(account, "selected", "ann@example.com", "Größe & Ø", "Dear Zoë,\n\nhello\n");

    shortlist.get(PostBox.class).empty();

    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Größe & Ø");
    assertThat(mail.getContent().toString().lines()).containsExactly("Dear Zoë,", "", "hello");
    assertThat(mail.getFrom()[0]).hasToString("hr@example.com");
    assertThat(mail.getRecipients(RecipientType.TO)[0]).hasToString("ann@example.com");
    assertThat(emails.list(account, 1).getFirst().state()).isEqualTo(Email.State.SENT);
  }

  @Test
  void a_subject_cannot_bring_headers_along() throws Exception {
    emails.queue(
        account, "selected", "ann@example.com", "Hello\r\nBcc: eve@example.com\r\n\r\nhi", "body");

    shortlist.get(PostBox.class).empty();

    assertThat(server.getReceivedMessages()).hasSize(1);
    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).isEqualTo("Hello Bcc: eve@example.com hi");
  }

  @Test
  void an_address_is_one_address() {
    for (var address : new String[] {"a@example.com\nBcc: e@example.com", "a@b.com,e@b.com", "x"}) {
      assertThatThrownBy(() -> emails.queue(account, "selected", address, "Hello", "body"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_mail_the_server_does_not_take_is_tried_again_later() {
    emails.queue(account, "selected", "ann@example.com", "Hello", "body");
    server.stop();

    shortlist.get(PostBox.class).empty();
    server.start();

    var mail = emails.list(account, 1).getFirst();
    assertThat(mail.state()).isEqualTo(Email.State.QUEUED);
    assertThat(mail.error()).contains("did not answer");
    assertThat(mail.sendAfter()).isAfter(mail.createdAt().plusSeconds(59));
    emails.cancel(account, mail.id());
  }

  @Test
  void name_and_reply_address_of_the_account_stand_in_the_mail_and_bring_no_headers()
      throws Exception {
    emails.queue(
        account,
        new Email.Message(
            "invite",
            "ann@example.com",
            "Hello",
            "body",
            "Müller & Söhne\r\nBcc: eve@example.com",
            "jobs@example.com",
            null,
            "local"));

    shortlist.get(PostBox.class).empty();

    assertThat(server.getReceivedMessages()).hasSize(1);
    var mail = server.getReceivedMessages()[0];
    var from = (jakarta.mail.internet.InternetAddress) mail.getFrom()[0];
    assertThat(from.getPersonal()).isEqualTo("Müller & Söhne Bcc: eve@example.com");
    assertThat(from.getAddress()).isEqualTo("hr@example.com");
    assertThat(mail.getReplyTo()[0]).hasToString("jobs@example.com");
    assertThat(mail.getHeader("Bcc")).isNull();
  }
}
