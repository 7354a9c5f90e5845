package dev.shortlist.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.SettableClock;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.database.Ids;
import dev.shortlist.notify.Email.State;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Mails that a mail server does not take.
@Tag("slow")
class DeadLettersTest {
  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(Map.of("shortlist.roles", "web")); // nobody else empties the post box

  private final ScriptedSmtp server = new ScriptedSmtp();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final MailSettings settings =
      new MailSettings(
          "127.0.0.1",
          server.port(),
          null,
          null,
          false,
          "hr@example.com",
          Duration.ofHours(2),
          Duration.ofHours(24),
          Duration.ofMinutes(2),
          Duration.ofSeconds(30));
  private final BounceSettings bounces =
      new BounceSettings(
          null,
          993,
          BounceSettings.Security.TLS,
          null,
          null,
          "INBOX",
          null,
          Duration.ofMinutes(2),
          true);
  private final Emails emails =
      new Emails(
          shortlist.database().jdbc(),
          shortlist.database().tenancy(),
          shortlist.get(Ids.class),
          clock,
          settings);
  private final Dispatch dispatch =
      new Dispatch(shortlist.database().jdbc(), shortlist.database().tenancy(), clock);
  private final PostBox box =
      new PostBox(dispatch, shortlist.get(Accounts.class), settings, bounces, clock);
  private final AccountId account = shortlist.get(Accounts.class).local();

  @AfterEach
  void stop() {
    server.close();
    for (var left : emails.list(account, EnumSet.of(State.QUEUED), null, 100)) {
      emails.cancel(account, left.id());
    }
  }

  private Email queue() {
    return emails.send(account, new Email.Message("invite", "ann@example.com", "Hello", "body"));
  }

  private Email now(Email email) {
    return emails.find(account, email.id()).orElseThrow();
  }

  @Test
  void an_address_the_server_does_not_know_is_a_dead_letter_at_once() {
    server.recipients("550 5.1.1 <ann@example.com> is nobody");
    var email = queue();

    box.empty();

    assertThat(now(email).state()).isEqualTo(State.FAILED);
    assertThat(now(email).error()).isEqualTo("the mail server refused it for good (550)");
  }

  @Test
  void a_mail_whose_text_is_refused_is_a_dead_letter_at_once() {
    server.texts("554 5.7.1 this is spam");
    var email = queue();

    box.empty();

    assertThat(now(email).state()).isEqualTo(State.FAILED);
    assertThat(now(email).error()).contains("(554)");
  }

  @Test
  void what_the_server_does_not_take_now_is_tried_for_a_day_and_then_given_up() {
    server.recipients("451 4.7.1 come again");
    var email = queue();
    int rounds = 0;

    while (now(email).state() == State.QUEUED) {
      clock.set(now(email).sendAfter());
      box.empty();
      rounds++;
    }

    var given = now(email);
    assertThat(given.state()).isEqualTo(State.FAILED);
    assertThat(given.error()).isEqualTo("the mail server did not take it (451)");
    assertThat(rounds).isBetween(12, 40);
    assertThat(Duration.between(given.createdAt(), clock.instant()))
        .isBetween(Duration.ofHours(21), Duration.ofHours(24));
    assertThat(server.asked()).isEqualTo(rounds);
  }

  @Test
  void all_that_is_due_goes_in_one_round_however_many_there_are() {
    var message = new Email.Message("invite", "ann@example.com", "Hello", "body");
    for (int i = 0; i < 250; i++) {
      emails.send(account, message);
    }

    box.empty();

    assertThat(server.asked()).isEqualTo(250);
    assertThat(emails.list(account, EnumSet.of(State.QUEUED, State.SENDING), null, 10)).isEmpty();
  }

  @Test
  void a_dead_letter_is_sent_again_when_a_person_wants_it() {
    server.recipients("550 nobody");
    var email = queue();
    box.empty();
    server.recipients("250 ok");

    assertThat(emails.again(account, email.id())).isTrue();
    box.empty();

    assertThat(now(email).state()).isEqualTo(State.SENT);
    assertThat(emails.again(account, email.id())).isFalse();
  }

  @Test
  void while_the_server_is_away_one_mail_is_tried_and_the_others_wait() {
    server.close();
    var first = queue();
    var second = queue();

    box.empty();

    assertThat(Set.of(now(first).attempts(), now(second).attempts()))
        .containsExactlyInAnyOrder(0, 1);
    assertThat(now(second).state()).isEqualTo(State.QUEUED);
  }

  @Test
  void a_mail_whose_node_was_lost_is_left_alone_until_a_person_looks() {
    var email = queue();
    dispatch.take(account, email.id());

    box.empty();
    assertThat(server.asked()).isZero();
    assertThat(emails.again(account, email.id())).as("it may still be on its way").isFalse();
    clock.advance(Duration.ofMinutes(16));
    assertThat(emails.again(account, email.id())).isTrue();
    box.empty();

    assertThat(now(email).state()).isEqualTo(State.SENT);
  }
}
