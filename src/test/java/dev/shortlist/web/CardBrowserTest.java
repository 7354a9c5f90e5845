package dev.shortlist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.shortlist.web.RealBrowser.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.blind.Blind;
import dev.shortlist.intake.Submission;
import dev.shortlist.intake.Submissions;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.Reranking;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Kept job descriptions, what-if and the pool, on one screening.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class CardBrowserTest {
  @RegisterExtension
  @Order(1)
  static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @RegisterExtension
  @Order(2)
  static final RealBrowser browser = new RealBrowser(shortlist);

  @TempDir static Path folder;

  private static final int PEOPLE = 12;

  private static AccountId account;
  private static Screening screening;

  @BeforeAll
  static void a_screening() throws IOException {
    account = shortlist.get(CurrentAccount.class).id();
    screening = screened("Accountant", "SAP\n- Excel\n- 3 years of experience in accounting");
  }

  private static Screening screened(String title, String asked) throws IOException {
    var uploads = new ArrayList<Upload>();
    for (int i = 0; i < PEOPLE; i++) {
      uploads.add(
          new Upload(title + i + ".txt", Files.writeString(folder.resolve(title + i), cv(i))));
    }
    var made =
        shortlist
            .get(Submissions.class)
            .submit(
                account,
                new Submission(
                    null,
                    null,
                    new Submission.Asked.Text(title + "\n\nRequirements\n- " + asked + "\n"),
                    uploads,
                    Map.of("team", "north")))
            .screening();
    settled(made);
    return made;
  }

  private static void settled(Screening one) {
    var screenings = shortlist.get(Screenings.class);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            screenings.find(account, one.id()).orElseThrow().state() == Screening.State.COMPLETED
                && screenings.progress(account, one.id()).percent() == 100);
  }

  private static String cv(int i) {
    String skills = List.of("SAP", "Excel", "SAP, Excel", "Paint").get(i % 4);
    return """
    Robin Reed%s
    robin%s@example.com
    %s

    Experience
    Accountant, Northmoor Ceramics
    Jan %s - Dec 2024
    - Prepared the monthly accounts with %s

    Skills
    %s
    """
        .formatted(
            "abcdefghijklm".charAt(i),
            i,
            i % 2 == 0 ? "Hamburg, Germany" : "Lyon, France",
            2012 + i,
            skills,
            skills);
  }

  @Test
  void a_kept_card_is_changed_as_a_new_version_which_is_compared_with_the_old() {
    var page = browser.page();
    page.navigate(shortlist.address() + "/job-descriptions");
    page.getByRole(AriaRole.LINK, link("Accountant")).first().click();
    assertThat(page.locator("#pool-note")).containsText("CVs in your pool", text());
    var held = new ArrayList<Route>();
    page.route("**/job-descriptions/card", held::add);
    page.getByRole(AriaRole.BUTTON, button("Remove Excel")).click();
    page.waitForCondition(() -> !held.isEmpty());
    page.locator("#sentence").fill("German at least B2");
    page.unroute("**/job-descriptions/card");
    held.getFirst().resume();
    assertThat(page.getByRole(AriaRole.BUTTON, button("Put Excel back"))).isVisible();
    assertThat(page.locator("#sentence")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.getByText("German (B2)").first()).isVisible();
    assertThat(page.locator("#save-note")).containsText("not saved yet");
    RealBrowser.obeysTheRules(page);
    page.getByRole(AriaRole.BUTTON, button("Save as the next version")).click();

    assertThat(page.getByText("What changed from version 1 to 2")).isVisible(SOON);
    assertThat(page.locator(".changes")).containsText("New: German (B2)");
    assertThat(page.locator(".changes")).containsText("Gone: Excel");
    whole(page, "job-1440-light");

    page.getByRole(AriaRole.LINK, link("Version 1")).click();
    assertThat(page.getByText("This is version 1")).isVisible();
    page.getByRole(AriaRole.BUTTON, button("Make this the next version")).click();
    assertThat(page.getByText("What changed from version 2 to 3")).isVisible(SOON);
    page.getByRole(AriaRole.BUTTON, button("Close")).click();
    assertThat(page.getByText("closed").first()).isVisible();
    page.getByRole(AriaRole.BUTTON, button("Open again")).click();
    assertThat(page.getByRole(AriaRole.LINK, link("Screen with it"))).isVisible();
  }

  @Test
  void weights_move_the_ranking_at_once_and_are_thrown_away_or_applied() throws IOException {
    var own = screened("Bookkeeper", "SAP\n- Excel\n- 2 years of experience in accounting");
    String path = "/screenings/" + own.number() + "/what-if";
    var page = browser.page();
    page.navigate(shortlist.address() + path);
    assertThat(page.locator(".moves li")).hasCount(PEOPLE);
    assertThat(page.locator("#apply")).isDisabled();
    page.locator("#t-r1").focus();
    page.keyboard().press("Home");
    assertThat(page.locator("#moved [role=status]")).containsText("rise", text());
    page.waitForURL(Pattern.compile(".*what-if\\?.*r\\.r1=0.*"));
    String top = page.locator(".moves li").first().innerText();
    RealBrowser.obeysTheRules(page);
    RealBrowser.shot(page, "whatif-moved-1440-light");
    page.reload();
    assertThat(page.locator("#t-r1")).hasValue("0");
    assertThat(page.locator(".moves li").first())
        .containsText(top.lines().reduce((a, b) -> b).orElse(""));

    page.getByRole(AriaRole.LINK, link("Throw away")).click();
    assertThat(page.locator("#apply")).isDisabled();
    assertThat(page.locator("#moved [role=status]")).containsText("Nobody moves");

    page.locator("#t-r1").fill("0");
    page.locator("#w-experience").fill("5");
    page.waitForURL(Pattern.compile(".*experience=5.*"));
    page.getByRole(AriaRole.BUTTON, button("Apply")).click();
    page.waitForURL(Pattern.compile(".*/screenings/" + own.number() + "$"));
    settled(own);
    var job =
        shortlist
            .get(JobDescriptions.class)
            .find(
                account,
                Objects.requireNonNull(
                    shortlist
                        .get(Screenings.class)
                        .find(account, own.id())
                        .orElseThrow()
                        .jobDescription()))
            .orElseThrow();
    assertThat(job.revision()).isEqualTo(2);
    assertThat(job.weights().experience()).isEqualTo(5);
    assertThat(job.content().requirements()).noneMatch(one -> one.id().equals("r1"));
  }

  @Test
  void a_ranking_with_other_weights_is_within_a_point_of_matching_anew() {
    var job =
        shortlist
            .get(JobDescriptions.class)
            .find(account, Objects.requireNonNull(screening.jobDescription()))
            .orElseThrow();
    var form = new org.springframework.util.LinkedMultiValueMap<String, String>();
    form.add("technicalSkills", "70");
    var first = job.content().requirements().getFirst();
    form.add("r." + first.id(), "20");
    var rows = WhatIfPage.rows(job, form);
    var weights = CardWeights.of(form, job.weights());
    var outcome =
        shortlist
            .get(Reranking.class)
            .reranked(account, screening.id(), weights, WhatIfPage.factors(rows), 0, 50);
    var page =
        new WhatIfPage(screening, job, weights, rows, outcome, 0, dev.shortlist.blind.Sight.OPEN);

    var jobs = shortlist.get(JobDescriptions.class);
    var next =
        jobs.keep(
            account,
            jobs.cards(account).edited(job.content(), job.content().title(), page.wanted()),
            weights);
    var made = shortlist.get(Screenings.class).create(account, null, next.id(), null);
    var intake = shortlist.get(dev.shortlist.intake.Intake.class);
    for (int i = 0; i < PEOPLE; i++) {
      intake.add(
          account,
          made.id(),
          List.of(new Upload("Accountant" + i + ".txt", folder.resolve("Accountant" + i))));
    }
    settled(made);
    var anew = shortlist.get(Applications.class).ranking(account, made.id(), 0, 50);

    assertThat(anew).hasSameSizeAs(outcome.page());
    for (int i = 0; i < anew.size(); i++) {
      assertThat(total(outcome.page().get(i).now()))
          .isCloseTo(total(anew.get(i)), org.assertj.core.data.Offset.offset(1.0));
    }
  }

  private static double total(RankedApplication one) {
    return one.match().total();
  }

  @Test
  void the_pool_is_searched_and_ranked() {
    showNames(false);
    var page = browser.page();
    page.navigate(shortlist.address() + "/candidates");
    assertThat(page.locator("#found-head")).containsText(PEOPLE + " people");
    assertThat(page.locator(".people")).containsText("Person 1");
    assertThat(page.locator("main")).not().containsText("Robin");
    page.getByLabel("Skills").fill("sap, excel");
    page.getByLabel("Years at least").fill("5");
    page.getByLabel("Label").fill("team=north");
    page.getByRole(AriaRole.BUTTON, button("Search")).click();
    assertThat(page.locator("#found-head")).containsText("people");
    page.getByLabel("Place").fill("hamburg");
    page.getByRole(AriaRole.BUTTON, button("Search")).click();
    assertThat(page.getByText("Nobody found")).isVisible(); // as places are hidden
    showNames(true);
    page.getByRole(AriaRole.BUTTON, button("Search")).click();
    assertThat(page.locator("#found-head")).containsText("people");
    assertThat(page.locator(".people")).containsText("Hamburg");
    showNames(false);
    assertThat(page.locator(".people > li").first()).containsText("SAP");
    page.getByLabel("Words").fill("zebra");
    page.getByRole(AriaRole.BUTTON, button("Search")).click();
    assertThat(page.getByText("Nobody found")).isVisible();

    page.getByLabel("Rank the pool for")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(0));
    page.getByRole(AriaRole.BUTTON, button("Rank")).click();
    assertThat(page.locator(".fits li"))
        .hasCount(PEOPLE, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    assertThat(page.locator(".pool-progress"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    RealBrowser.obeysTheRules(page);
    RealBrowser.shot(page, "pool-ranked-1440-light");

    shortlist.inAccount(account, jdbc -> jdbc.sql("update pool_score set version = '-'").update());
    page.reload();
    assertThat(page.getByText("This ranking is out of date.")).isVisible();
    RealBrowser.obeysTheRules(page);
    RealBrowser.shot(page, "pool-out-of-date-1440-light");
    page.getByRole(AriaRole.BUTTON, button("Rank again")).click();
    assertThat(page.locator(".pool-progress"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    assertThat(page.getByText("This ranking is out of date.")).isHidden();
    assertThat(page.locator(".fits li")).hasCount(PEOPLE);
  }

  /// In all screenings: the one a person came with last counts, whichever tests ran before.
  private static void showNames(boolean shown) {
    for (var one : shortlist.get(Screenings.class).list(account, 100)) {
      shortlist.get(Blind.class).show(account, one.id(), shown, "test");
    }
  }

  @Test
  void the_pages_look_good() {
    browser.looksGood("jobs", "/job-descriptions");
    browser.looksGood("job", "/job-descriptions/1");
    browser.looksGood("whatif", "/screenings/" + screening.number() + "/what-if?technicalSkills=5");
    browser.looksGood("pool", "/candidates");
  }

  private static LocatorAssertions.ContainsTextOptions text() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }

  private static void whole(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + ".png")));
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions link(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
