package dev.shortlist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.figures.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class SettingsBrowserTest {
  private static final HttpServer receiver = receiver();

  @RegisterExtension
  @Order(1)
  static final RunningShortlist shortlist =
      new RunningShortlist(Map.of("shortlist.webhooks.allow", "127.0.0.0/8"));

  @RegisterExtension
  @Order(2)
  static final RealBrowser browser = new RealBrowser(shortlist);

  private static HttpServer receiver() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    receiver.stop(0);
  }

  @Test
  void a_webhook_is_made_tested_switched_off_and_deleted() {
    open("/settings/webhooks");
    page()
        .getByLabel("Address")
        .fill("http://127.0.0.1:%d/<b>x".formatted(receiver.getAddress().getPort()));
    page().getByLabel("A screening is done").check();
    press("Make a webhook");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("is no address");
    assertThat(page().getByLabel("A screening is done")).isChecked();

    page()
        .getByLabel("Address")
        .fill("http://127.0.0.1:%d/hook".formatted(receiver.getAddress().getPort()));
    page().getByLabel("What it is for").fill("<img src=x onerror=alert(1)>");
    press("Make a webhook");
    assertThat(page().locator("code.secret")).containsText("whsec_");
    page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("/hook")).click();
    press("Send a test message");
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("answered 200");
    assertThat(page().getByRole(AriaRole.TABLE)).containsText("delivered");
    press("Switch off");
    assertThat(page().locator("main")).containsText("Switch on");
    browser.looksGood(
        "webhook", page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("/active$", ""));
    page().getByText("Delete this webhook").first().click();
    press("Delete this webhook");
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("deleted");
    browser.forgive("422");
  }

  @Test
  void a_model_is_chosen_tried_and_forgotten() {
    open("/settings/model");
    assertThat(page().locator("main")).containsText("nothing leaves it");
    page().getByLabel("Provider").selectOption("OPENAI");
    press("Save");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("model must be named");

    page().getByLabel("Provider").selectOption("OPENAI");
    page().getByLabel("Model", new Page.GetByLabelOptions().setExact(true)).fill("gpt-5-mini");
    page().getByLabel("Address").fill("http://127.0.0.1:9");
    page().getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill("sk-secret-of-ours");
    page().getByLabel("Dollars a month at most").fill("12.50");
    press("Save");
    assertThat(page().locator("main")).containsText("gpt-5-mini");
    assertThat(page().content()).doesNotContain("sk-secret-of-ours");
    press("Try it with one call");
    assertThat(page().getByRole(AriaRole.ALERT)).not().isEmpty();
    browser.looksGood("model", "/settings/model");
    press("Use the installation’s again and forget the key");
    assertThat(page().locator("main")).containsText("nothing leaves it");
    browser.forgive("422");
  }

  @Test
  void operations_show_queue_nodes_and_what_was_done() {
    ended(0, 7, 2);
    ended(3, 12, 0);
    ended(20, 5, 5);

    change(
        """
        insert into model_call (account_id, id, screening_id, application_ids, attempt, provider,
          model, outcome, input_tokens, output_tokens, cost, made_at)
        select :account, gen_random_uuid(), gen_random_uuid(), '{}', 1, 'openai', 'invented',
               'ANSWERED', 1500, 400, 2000 * n, now() - make_interval(days => 3 * n)
          from generate_series(0, 8) n
        """);
    open("/settings/operations");

    assertThat(page().getByText("answers you")).isVisible();
    var money =
        page().locator("section", new Page.LocatorOptions().setHas(page().locator("#money-head")));
    assertThat(money.locator("rect.lower")).hasCount(30);
    assertThat(money.locator(".most")).hasText("$0.0160");
    assertThat(money.locator("svg title").nth(29 - 24)).containsText("$0.0160");
    assertThat(
            page()
                .getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("CVs a day, 30 days")))
        .isVisible();
    var cvs =
        page().locator("section", new Page.LocatorOptions().setHas(page().locator("#cvs-head")));
    assertThat(cvs.locator("svg title").last()).containsText("7 ranked, 2 for review");
    assertThat(page().getByRole(AriaRole.TABLE).last()).containsText("e77");
    browser.looksGood("operations", "/settings/operations");
  }

  @Test
  void what_goes_next_is_shown_with_its_reason_and_a_person_is_deleted() {
    change(
        """
        insert into screening (account_id, id, number, title, state, created_at, finished_at)
        values (:account, gen_random_uuid(), 901, 'Soon <b>', 'COMPLETED', now(), now() - interval '35 days')
        """);
    change(
        """
        with c as (
          insert into candidate (account_id, id, number, name, created_at)
          values (:account, gen_random_uuid(), 901, 'Gonda <b>Goer', now()) returning account_id, id)
        insert into candidate_email (account_id, email, candidate_id)
        select account_id, 'gonda@example.com', id from c
        """);
    open("/settings/data");
    page().getByLabel("Days").first().fill("40");
    press("Set the rule");
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("counts from now on");
    var goes = page().getByRole(AriaRole.TABLE);
    assertThat(goes).containsText("901 · Soon <b>");
    assertThat(goes).containsText("the account’s rule");

    page().getByLabel("Name or e-mail address").fill("gonda@");
    press("Look for the person");
    page().getByText("Gonda <b>Goer").click();
    browser.looksGood("data", "/settings/data?person=gonda");
    press("Delete this person");
    assertThat(page().getByRole(AriaRole.STATUS).first()).containsText("is deleted");
    open("/settings/data?person=gonda");
    assertThat(page().locator("main")).containsText("Nobody here has");

    page().getByText("Delete the account").first().click();
    page().getByLabel("Write the id here").fill("all of it");
    press("Delete the account");
    assertThat(page().getByRole(AriaRole.ALERT)).containsText("Nothing was deleted");
    browser.forgive("422");
    change("update account set kept_days = null where id = :account");
    change("delete from screening where account_id = :account and number = 901");
  }

  private static void change(String sql) {
    var account = shortlist.get(Accounts.class).local();
    shortlist.inAccount(account, jdbc -> jdbc.sql(sql).param("account", account.value()).update());
  }

  @Test
  void a_page_is_in_the_language_one_chooses_and_stays_so() {
    open("/settings/operations");
    press("Deutsch");
    assertThat(page()).hasTitle(Pattern.compile("Betrieb"));
    assertThat(page().locator("html")).hasAttribute("lang", "de");
    open("/settings");
    assertThat(page().locator("main")).containsText("Wer Sie sind");
    press("français");
    assertThat(page().locator("main")).containsText("Qui vous êtes");
    for (String path :
        new String[] {
          "", "/users", "/keys", "/audit", "/webhooks", "/model", "/operations", "/data"
        }) {
      open("/settings" + path);
      RealBrowser.fits(page());
      RealBrowser.obeysTheRules(page());
      RealBrowser.shot(page(), "french-settings" + path.replace('/', '-'));
    }
  }

  @Test
  void the_browser_says_which_language_comes_first() {
    assertThat(language("fr-CA,de;q=0.5")).isEqualTo("fr");
    assertThat(language("ja, de-AT;q=0.3")).isEqualTo("de");
    assertThat(language("ja")).isEqualTo("en");
    assertThat(language(";;=q,")).isEqualTo("en");
  }

  private static String language(String accepted) {
    var calls = new HttpCalls(shortlist.address());
    String html = calls.get("/settings", "Accept-Language", accepted).response().body();
    return html.replaceFirst("(?s).*?<html lang=\"([a-z]+)\".*", "$1");
  }

  private static Page page() {
    return browser.page();
  }

  /// Applications that ended some days ago.
  private static void ended(int daysAgo, int completed, int failed) {
    var account = shortlist.get(Accounts.class).local();
    shortlist.inAccount(
        account,
        jdbc ->
            jdbc.sql(
                    """
                    with s as (
                      insert into screening (account_id, id, number, title, state, created_at)
                      values (:account, gen_random_uuid(), 1000 + :days, 'A', 'COMPLETED', now())
                      returning id)
                    insert into application (account_id, id, screening_id, file, created_at, stage,
                      detail, error_id, finished_at)
                    select :account, gen_random_uuid(), s.id, 'cv-' || n, now(),
                           case when n > :completed then 'FAILED' else 'COMPLETED' end,
                           case when n > :completed then 'something unexpected' else '' end,
                           case when n > :completed then 'e77' end,
                           now() - make_interval(days => :days)
                      from s, generate_series(1, :completed + :failed) n
                    """)
                .param("account", account.value())
                .param("days", daysAgo)
                .param("completed", completed)
                .param("failed", failed)
                .update());
    var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    assertThat(shortlist.get(Usage.class).days(account, today, 30)).hasSize(30);
  }

  private void open(String path) {
    page().navigate(shortlist.address() + path);
  }

  private void press(String button) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }
}
