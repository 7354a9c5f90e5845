package dev.shortlist.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.mail.CandidateMails;
import dev.shortlist.mail.OutboxLine;
import dev.shortlist.notify.Email.State;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Mails that come back, through a mail server that sends and one that keeps a mailbox.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class BouncesTest {
  private static final GreenMail server = started();
  private static final GreenMailUser mailbox =
      server.setUser("bounces@hiring.example.com", "bounces", "secret");

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.ofEntries(
              Map.entry("shortlist.roles", "web"), // nobody else reads the mailbox
              Map.entry("shortlist.mail.host", "127.0.0.1"),
              Map.entry("shortlist.mail.port", Integer.toString(server.getSmtp().getPort())),
              Map.entry("shortlist.mail.start-tls", "false"),
              Map.entry("shortlist.mail.from", "Heron & Sons <hr@hiring.example.com>"),
              Map.entry("shortlist.mail.bounces.host", "127.0.0.1"),
              Map.entry(
                  "shortlist.mail.bounces.port", Integer.toString(server.getImap().getPort())),
              Map.entry("shortlist.mail.bounces.security", "none"),
              Map.entry("shortlist.mail.bounces.user", "bounces"),
              Map.entry("shortlist.mail.bounces.password", "secret"),
              Map.entry("shortlist.mail.bounces.address", "bounces+{mail}@hiring.example.com")));

  private final Emails emails = shortlist.get(Emails.class);
  private final BounceBox box = shortlist.get(BounceBox.class);
  private AccountId account;

  private static GreenMail started() {
    var made =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    made.start();
    return made;
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void an_account_of_its_own() throws Exception {
    account = new AccountId(shortlist.database().account());
    server.purgeEmailFromAllMailboxes();
  }

  private Email sent() {
    var email =
        emails.send(
            account, new Email.Message("invite", "ann.archer@mail.example.net", "Hello", "body"));
    shortlist.get(PostBox.class).empty();
    return now(email);
  }

  private Email now(Email email) {
    return emails.find(account, email.id()).orElseThrow();
  }

  /// The last mail that went to the recipient.
  private static MimeMessage posted() {
    return Arrays.stream(server.getReceivedMessages())
        .filter(BouncesTest::isToAnn)
        .reduce((one, later) -> later)
        .orElseThrow();
  }

  private static boolean isToAnn(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString().startsWith("ann.archer@");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token() throws MessagingException {
    return posted().getHeader(ReturnAddress.HEADER)[0];
  }

  private static void comesBack(String sample, String token) throws MessagingException {
    byte[] raw =
        BounceSamples.message(sample, token, "bounces+%s@hiring.example.com".formatted(token));
    mailbox.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
  }

  private static int left() throws Exception {
    return inbox().getMessageCount();
  }

  private static MailFolder inbox() throws Exception {
    return server.getManagers().getImapHostManager().getInbox(mailbox);
  }

  @Test
  void a_mail_carries_what_it_is_known_by_should_it_come_back() throws Exception {
    sent();

    String token = token();
    assertThat(token).matches("[a-z2-7]{20}");
    assertThat(posted().getMessageID())
        .isEqualTo("<%s.shortlist@hiring.example.com>".formatted(token));
    assertThat(posted().getHeader("Return-Path"))
        .containsExactly("<bounces+%s@hiring.example.com>".formatted(token));
    assertThat(posted().getFrom()[0].toString()).contains("hr@hiring.example.com");
  }

  @Test
  void a_mail_that_comes_back_is_a_dead_letter_and_an_event_and_its_report_is_gone()
      throws Exception {
    shortlist
        .get(Webhooks.class)
        .create(
            account, URI.create("https://hooks.invalid/"), "", List.of(WebhookEvent.MAIL_BOUNCED));
    var email = sent();
    comesBack("postfix-unknown", token());
    comesBack("postfix-unknown", token());

    box.read();

    var bounce = Objects.requireNonNull(now(email).bounce());
    assertThat(now(email).state()).isEqualTo(State.BOUNCED);
    assertThat(bounce.kind()).isEqualTo(Bounce.Kind.HARD);
    assertThat(bounce.words()).isEqualTo("it came back: the address does not exist (5.1.1)");
    assertThat(
            shortlist
                .get(CandidateMails.class)
                .outbox(account, EnumSet.of(State.BOUNCED), null, 10))
        .extracting(OutboxLine::id)
        .containsExactly(email.id());
    assertThat(left()).isZero();
    assertThat(told())
        .singleElement()
        .asString()
        .contains("mail.bounced", email.id().toString(), "HARD", "5.1.1")
        .doesNotContain("archer");
  }

  private List<String> told() {
    return shortlist.database().dump().getOrDefault("delivery", List.of()).stream()
        .filter(row -> row.contains(account.toString()))
        .toList();
  }

  @Test
  void page_and_api_say_why_it_came_back() throws Exception {
    account = shortlist.get(Accounts.class).local();
    var email = sent();
    comesBack("exim-full", token());
    box.read();
    var browser = new HttpCalls(shortlist.address());

    assertThat(browser.get("/mails?show=FAILED").response().body())
        .contains("came back", "Came back, may arrive another time: the mailbox is full (5.2.2)");
    var listed = browser.get("/api/v1/mails?state=BOUNCED").json().path("mails").path(0);
    assertThat(listed.path("id").asString()).isEqualTo(email.id().toString());
    assertThat(listed.path("error").asString())
        .isEqualTo("it came back: the mailbox is full (5.2.2)");
    assertThat(listed.path("bounce").path("kind").asString()).isEqualTo("SOFT");
    assertThat(listed.path("bounce").path("cause").asString()).isEqualTo("FULL");
    emails.again(account, email.id());
    shortlist.get(PostBox.class).empty();
    assertThat(browser.get("/api/v1/mails?state=BOUNCED").json().path("mails")).isEmpty();
  }

  @Test
  void what_says_nothing_of_a_mail_of_ours_stays_unread_and_is_looked_at_once() throws Exception {
    var email = sent();
    comesBack("other-away", token());
    comesBack("other-qmail", token());
    comesBack("postfix-unknown", "zzzzzzzzzzzzzzzzzzzz");

    box.read();
    box.read();

    assertThat(now(email).state()).isEqualTo(State.SENT);
    assertThat(now(email).bounce()).isNull();
    assertThat(left()).isEqualTo(3);
    for (var message : inbox().getMessages()) {
      assertThat(message.getFlags().contains(Flags.Flag.SEEN)).isFalse();
    }
    comesBack("exim-full", token());
    box.read();
    assertThat(now(email).state()).isEqualTo(State.BOUNCED);
    assertThat(left()).isEqualTo(3);
  }

  @Test
  void a_mail_that_is_delayed_is_still_on_its_way_until_it_comes_back() throws Exception {
    var email = sent();
    comesBack("postfix-delayed", token());
    box.read();
    assertThat(now(email).state()).isEqualTo(State.SENT);
    assertThat(Objects.requireNonNull(now(email).bounce()).words())
        .isEqualTo("it is delayed: the server of the recipient was not reached (4.4.1)");

    comesBack("gmail-expired", token());
    box.read();

    assertThat(now(email).state()).isEqualTo(State.BOUNCED);
    assertThat(Objects.requireNonNull(now(email).bounce()).kind()).isEqualTo(Bounce.Kind.SOFT);
  }

  @Test
  void sent_again_it_is_another_mail_and_reports_about_the_first_say_nothing_of_it()
      throws Exception {
    var email = sent();
    String first = token();
    comesBack("exim-full", first);
    box.read();

    assertThat(emails.again(account, email.id())).isTrue();
    shortlist.get(PostBox.class).empty();
    comesBack("postfix-unknown", first);
    box.read();

    assertThat(token()).isNotEqualTo(first);
    assertThat(now(email).state()).isEqualTo(State.SENT);
    assertThat(now(email).bounce()).isNull();
    assertThat(now(email).error()).isNull();
  }

  @Test
  void while_the_mailbox_is_away_nothing_is_lost() throws Exception {
    var email = sent();
    comesBack("postfix-unknown", token());
    mailbox.setPassword("changed");
    box.read();
    assertThat(now(email).state()).isEqualTo(State.SENT);

    mailbox.setPassword("secret");
    box.read();

    assertThat(now(email).state()).isEqualTo(State.BOUNCED);
  }
}
