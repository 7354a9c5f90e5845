package dev.shortlist.dialect.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.dialect.Api;
import dev.shortlist.notify.Email;
import dev.shortlist.notify.Emails;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class MailTest {
  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of("shortlist.mail.host", "127.0.0.1", "shortlist.mail.from", "hr@example.com"));

  @Test
  void mails_wait_and_can_be_taken_back() {
    var answer =
        new HttpCalls(shortlist.address())
            .postJson(
                "/send-personalized-emails?category=rejected&job_description=Accountant",
                Api.json(
                    List.of(
                        Map.of("name", "Ann Archer", "email", "ann@example.com"),
                        Map.of("name", "No Body", "email", ""))));

    assertThat(answer.json().path("sent_count").asInt()).isEqualTo(1);
    assertThat(answer.json().path("failed_emails")).hasSize(1);
    var emails = shortlist.get(Emails.class);
    var account = shortlist.get(Accounts.class).local();
    var mail = emails.list(account, 10).getFirst();
    assertThat(mail.recipient()).isEqualTo("ann@example.com");
    assertThat(mail.state()).isEqualTo(Email.State.QUEUED);
    assertThat(emails.cancel(account, mail.id())).isTrue();
    assertThat(emails.cancel(account, mail.id())).isFalse();
  }
}
