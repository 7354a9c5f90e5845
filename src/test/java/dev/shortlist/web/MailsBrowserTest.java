package dev.shortlist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.blind.Blind;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.mail.Letterheads;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Rankings;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Sought;
import dev.shortlist.screening.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class MailsBrowserTest {
  @RegisterExtension
  @Order(1)
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.mail.host", "127.0.0.1",
              "shortlist.mail.port", "9",
              "shortlist.mail.from", "hr@example.com"));

  @RegisterExtension
  @Order(2)
  static final RealBrowser browser = new RealBrowser(shortlist);

  @TempDir Path folder;

  private final AccountId account = shortlist.get(Accounts.class).local();

  private Page page() {
    return browser.page();
  }

  private void open(String path) {
    page().navigate(shortlist.address() + path);
  }

  private void press(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private Screening screened() throws IOException {
    shortlist.get(Letterheads.class).set(account, "Heron & Sons", "jobs@example.com");
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, "Accountant", "Accountant\n\nRequirements\n- SAP\n", null);
    var screening = shortlist.get(Screenings.class).create(account, null, job.id(), null);
    var cv =
        Files.writeString(
            folder.resolve("zoe.txt"),
            "Zoe Plover\nzoe.plover@example.com\n\nSkills\nSAP, Excel\n");
    shortlist.get(Intake.class).add(account, screening.id(), List.of(new Upload("zoe.txt", cv)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            shortlist.get(Screenings.class).progress(account, screening.id()).finished() == 1);
    var zoe = shortlist.get(Rankings.class).ids(account, screening.id(), Sought.ALL, 10);
    shortlist.get(Decisions.class).decide(account, zoe, Verdict.SHORTLISTED, "fits", "local");
    return screening;
  }

  @Test
  void a_mail_is_looked_at_sent_taken_back_and_stands_in_the_history() throws IOException {
    var screening = screened();
    open("/screenings/%d/mails".formatted(screening.number()));
    assertThat(page().locator(".drafts")).containsText("Candidate 1");
    assertThat(page().locator(".drafts")).not().containsText("Zoe");
    shortlist.get(Blind.class).show(account, screening.id(), true, "local");

    page().reload();
    assertThat(page().locator(".drafts")).containsText("Dear Zoe Plover");
    page().getByLabel("Text").fill("Come on {day}, {name}.");
    press("Show with these words");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("{day}");
    page().getByLabel("Text").fill("Come on Monday, {name}.");
    press("Show with these words");
    assertThat(page().locator(".drafts")).containsText("Come on Monday, Zoe Plover.");
    browser.looksGood("compose", "/screenings/%d/mails".formatted(screening.number()));
    press("Send to those ticked");
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("One mail waits");
    assertThat(page().getByRole(AriaRole.TABLE)).containsText("goes in about 2 hours");
    press("Take back zoe.plover@example.com");
    assertThat(page().locator("main")).containsText("No mails");

    shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql(
                    "update email set state = 'FAILED', error = 'the mail server refused it for good (550)'")
                .update());
    open("/mails?show=FAILED");
    assertThat(page().getByRole(AriaRole.TABLE)).containsText("refused it for good (550)");
    browser.looksGood("outbox", "/mails?show=FAILED");
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("zoe.plover@example.com"))
        .click();
    assertThat(page().locator("#history")).containsText("Mail “Invite” not sent");
    browser.forgive("422");
  }
}
