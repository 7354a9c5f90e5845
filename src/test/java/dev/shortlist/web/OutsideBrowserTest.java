package dev.shortlist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.StoredJobDescription;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What candidates see of us: pages to apply on, and who opens them.
@Tag("slow")
class OutsideBrowserTest {
  @RegisterExtension
  @Order(1)
  static final RunningShortlist shortlist =
      new RunningShortlist(Map.of("shortlist.apply.fastest", "0s"));

  @RegisterExtension
  @Order(2)
  static final RealBrowser browser = new RealBrowser(shortlist);

  private static final FilePayload CV =
      new FilePayload(
          "zoe.txt",
          "text/plain",
          "Zoe Plover\nzoe@example.com\n\nSkills\nSAP, Excel, bookkeeping\n"
              .getBytes(StandardCharsets.UTF_8));

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

  private StoredJobDescription job() {
    return shortlist
        .get(JobDescriptions.class)
        .create(
            account,
            "Accountant",
            "Accountant\n\nHeron & Sons keeps books for small bakeries.\n\nRequirements\n- SAP\n- Excel\n",
            null);
  }

  @Test
  void a_page_is_opened_applied_on_by_keyboard_and_closed() {
    var job = job();
    open("/settings/mail");
    page().getByLabel("Organisation").fill("Heron & Sons");
    page().getByLabel("Address for answers and questions").fill("jobs@example.com");
    press("Save", 0);
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("Saved");
    browser.looksGood("mail-settings", "/settings/mail");

    open("/job-descriptions/" + job.number());
    page().locator("#opening summary").click();
    press("Open the page");
    assertThat(page().locator("#opening")).containsText("works on this machine only");
    String address = page().locator("#opening-address").inputValue();
    assertThat(address).startsWith(shortlist.address() + "/apply/");
    browser.looksGood("opening", "/job-descriptions/" + job.number());
    String path = address.substring(shortlist.address().length());
    browser.looksGood("apply", path);

    open(path);
    page().getByLabel("Your name").focus();
    page().keyboard().type("Zoe Plover");
    page().keyboard().press("Tab");
    page().keyboard().type("zoe@example.com");
    page().keyboard().press("Tab");
    assertThat(page().getByLabel("Your CV")).isFocused();
    page().getByLabel("Your CV").setInputFiles(CV);
    page().keyboard().press("Tab");
    page().keyboard().press("Space");
    assertThat(page().getByLabel("I agree")).isChecked();
    page().keyboard().press("Tab");
    page().keyboard().press("Enter");
    assertThat(page().locator("h1")).hasText("We have your application");
    String receipt = page().url().substring(shortlist.address().length());
    browser.looksGood("receipt", receipt);

    open("/job-descriptions/" + job.number());
    press("Close the page");
    assertThat(page().locator("#opening")).containsText("closed");
    open(path);
    assertThat(page().locator("h1")).hasText("No more applications are taken here");
    RealBrowser.obeysTheRules(page());
    browser.forgive("410");
  }

  private void press(String name, int nth) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .nth(nth)
        .click();
  }
}
