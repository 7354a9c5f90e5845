package dev.shortlist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.shortlist.web.RealBrowser.SOON;
import static dev.shortlist.web.RealBrowser.SOON_TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.blind.Blind;
import dev.shortlist.deciding.Decisions;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Many;
import dev.shortlist.screening.Rankings;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Sought;
import dev.shortlist.tasks.Standstill;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A screening's page in a real browser, as two recruiters use it.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class ScreeningBrowserTest {
  @RegisterExtension
  @Order(1)
  static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @RegisterExtension
  @Order(2)
  static final RealBrowser browser = new RealBrowser(shortlist);

  private static final String HOSTILE = "<img src=x onerror=alert(1)>";
  private static final String ASKED =
      "Accountant\nRequirements\n- SAP\n- Excel\n- French\nNice to have\n- " + HOSTILE + " Kafka";

  private static final LocatorAssertions.HasCountOptions SOON_MANY =
      new LocatorAssertions.HasCountOptions().setTimeout(60_000);

  @TempDir static Path temp;
  private static AccountId account;
  private static Screening screening;
  private static String address;
  private Page page;

  @BeforeAll
  static void sixty_have_applied() throws IOException {
    account = shortlist.get(Accounts.class).local();
    screening =
        begin(
            List.of(
                cv("Ann Archer", "SAP and Excel", 2012),
                cv("Bob " + HOSTILE, "Excel", 2016),
                cv("Cleo Clark", "SAP", 2019),
                cv("Dan Dover", "ovens", 2020),
                Map.entry("locked <b>.pdf", ""),
                Map.entry("empty.pdf", " ")));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> state(screening) == Screening.State.COMPLETED);
    Many.copy(shortlist, account, screening.id(), 14);
    shortlist.get(Blind.class).show(account, screening.id(), true, "local");
    address = shortlist.address() + "/screenings/" + screening.number();
  }

  @BeforeEach
  void nothing_is_decided() {
    var all = shortlist.get(Rankings.class).ids(account, screening.id(), Sought.ALL, 100);
    shortlist.get(Decisions.class).takeBack(account, all, "local");
    page = browser.page();
  }

  @Test
  void filters_stand_in_the_address_and_the_way_back_works() {
    page.navigate(address);
    assertThat(page.locator("li.ranked")).hasCount(50);
    page.locator("#facets .coverage a").filter(has("Met")).first().click();
    assertThat(page).hasURL(Pattern.compile("\\?answer="));
    var narrowed = page.locator("li.ranked").count();
    assertThat(page.locator(".narrowed li")).hasCount(1);

    page.getByLabel("Search names, skills, employers").fill("ann");
    assertThat(page).hasURL(Pattern.compile("q=ann"));
    assertThat(page.locator("li.ranked").first()).containsText("Ann Archer");
    page.reload();
    assertThat(page.locator("li.ranked").first()).containsText("Ann Archer");
    assertThat(page.locator(".narrowed li")).hasCount(2);

    page.goBack();
    assertThat(page.locator(".narrowed li")).hasCount(1);
    assertThat(page.locator("li.ranked")).hasCount(narrowed);
    assertThat(page.getByLabel("Search names, skills, employers")).hasValue("");
    page.goBack();
    assertThat(page.locator("li.ranked")).hasCount(50);
    page.goForward();
    assertThat(page.locator(".narrowed li")).hasCount(1);
  }

  @Test
  void pages_are_turned_by_cursor() {
    page.navigate(address);
    page.getByRole(AriaRole.LINK, named("Lower places")).click();
    assertThat(page.locator("#found")).hasText("51 to 60 of 60");
    page.getByRole(AriaRole.LINK, named("Higher places")).click();
    assertThat(page.locator("#found")).hasText("1 to 50 of 60");
  }

  @Test
  void the_list_a_recruiter_comes_from_is_walked_and_come_back_to() {
    page.navigate(address + "?q=dan&order=received");
    var names = page.locator("li.ranked .who a").allTextContents();
    page.locator("li.ranked .who a").first().click();
    assertThat(page.locator("#place")).hasText("1 of " + names.size() + " in this list");
    for (int at = 1; at < 4; at++) {
      press("j");
      assertThat(page.locator("#place")).hasText(at + 1 + " of " + names.size() + " in this list");
      assertThat(page.locator("h1")).hasText(names.get(at));
    }
    press("h");
    assertThat(page.locator("#verdict")).hasText("On hold");
    press("k");
    assertThat(page.locator("h1")).hasText(names.get(2));
    page.locator("#back").click();
    assertThat(page).hasURL(Pattern.compile("q=dan&order=received#a-"));
    assertThat(page.locator("li.ranked").nth(2)).isInViewport();
    press("j");
    assertThat(page.locator("li.ranked").nth(3).locator(".who a")).isFocused();
    page.locator("li.ranked").nth(3).getByRole(AriaRole.BUTTON).nth(1).click();
    assertThat(page.locator("li.ranked").nth(3)).not().containsText("On hold");
  }

  /// A key, when the page that was gone to knows its keys.
  private void press(String key) {
    page.waitForLoadState();
    page.keyboard().press(key);
  }

  @Test
  void those_chosen_in_the_list_are_compared() {
    page.navigate(address);
    page.locator(".pick input").first().click();
    assertThat(page.locator("#compare")).isHidden();
    page.locator(".pick input").nth(2).click();
    page.locator("#compare").click();
    assertThat(page.locator(".compare thead th")).hasCount(2);
  }

  @Test
  void a_score_that_nobody_can_have_is_told_at_its_field_and_not_looked_for() {
    page.navigate(address);
    var least = page.locator("#min-score");
    least.fill("900");
    assertThat(page.locator("#min-score:invalid")).isFocused();
    assertThat(page).hasURL(address);
    least.fill("60");
    assertThat(page).hasURL(address + "?minScore=60");
    assertThat(page.locator("#facets")).containsText("Clear");
  }

  @Test
  void an_address_with_what_nobody_can_be_called_still_shows_the_list() {
    page.navigate(address + "?q=a%00b");
    assertThat(page.locator("li.ranked").first()).isVisible();
  }

  @Test
  void whoever_comes_back_from_a_comparison_goes_on_in_the_same_list_with_those_chosen() {
    page.navigate(address + "?q=dan&order=received");
    for (int row : List.of(0, 2, 3)) {
      page.locator(".pick input").nth(row).click();
    }
    page.locator("#compare").click();
    assertThat(page.locator(".compare thead th")).hasCount(3);
    page.locator("#back").click();
    assertThat(page).hasURL(Pattern.compile("q=dan&order=received$"));
    assertThat(page.locator("#bulk-count")).hasText("3 selected");
    assertThat(page.locator(".pick input").nth(2)).isChecked();

    page.locator("#compare").click();
    page.locator(".leave").first().click();
    assertThat(page.locator(".compare thead th")).hasCount(2);
    page.locator("#back").click();
    assertThat(page).hasURL(Pattern.compile("q=dan&order=received$"));
    assertThat(page.locator("#bulk-count")).hasText("2 selected");
    page.locator("li.ranked .who a").first().click();
    assertThat(page.locator("h1")).isVisible();
    page.goBack();
    assertThat(page.locator("#bulk-count")).hasText("2 selected");

    page.navigate(address + "?q=dan&order=received");
    assertThat(page.locator("#bulk")).isHidden();
  }

  @Test
  void many_are_decided_about_at_once_with_a_reason_and_undone() {
    page.navigate(address + "?q=dan");
    page.locator(".pick input").first().click();
    page.locator(".pick input")
        .nth(4)
        .click(
            new Locator.ClickOptions()
                .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
    assertThat(page.locator("#bulk-count")).hasText("5 selected");
    page.locator("#bulk [data-decide=REJECTED]").click();
    page.locator("#reason-do").click();
    assertThat(page.locator("#reason-trouble")).containsText("Choose a reason");
    RealBrowser.obeysTheRules(page);
    page.locator("[name=listed]").first().check();
    page.getByLabel("In your own words").fill(HOSTILE);
    page.locator("#reason-do").click();

    assertThat(page.locator("#toast")).containsText("5 rejected.");
    assertThat(tab("Rejected")).containsText("5");
    assertThat(page.locator(".decided").first())
        .containsText("A required skill is missing: " + HOSTILE);
    page.getByRole(AriaRole.BUTTON, named("Undo")).click();
    assertThat(page.locator("#toast")).containsText("5 decisions are as before.");
    assertThat(tab("Rejected")).containsText("0");
  }

  @Test
  void all_that_fit_are_decided_about_though_the_page_shows_some() {
    page.navigate(address);
    page.locator("#pick-page").check();
    page.getByRole(AriaRole.BUTTON, named("Select all 60 that fit")).click();
    page.locator("#bulk [data-decide=ON_HOLD]").click();
    assertThat(page.locator("#toast")).containsText("60 put on hold.");
    assertThat(tab("On hold")).containsText("60");
  }

  @Test
  void the_list_is_worked_through_by_keyboard() {
    page.navigate(address + "?q=ann");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    assertThat(page.locator("li.ranked").first().locator(".who a")).isFocused();
    page.keyboard().press("h");
    assertThat(page.locator("li.ranked").first()).containsText("On hold");
    page.keyboard().press("u");
    assertThat(page.locator("#toast")).containsText("as before");
    page.keyboard().press("x");
    assertThat(page.locator("#bulk-count")).hasText("1 selected");
    page.keyboard().press("j");
    page.keyboard().press("Shift+X");
    assertThat(page.locator("#bulk-count")).hasText("2 selected");
    page.keyboard().press("r");
    assertThat(page.locator("#reason-dialog")).isVisible();
    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    assertThat(page.locator("#bulk")).isHidden();
    page.keyboard().press("?");
    assertThat(page.locator("#help-dialog")).isVisible();
    RealBrowser.obeysTheRules(page);
    page.getByLabel("Single keys work on this page").uncheck();
    page.keyboard().press("Escape");
    page.locator("body").press("j");
    assertThat(page.locator("#help-dialog")).isHidden();
    page.keyboard().press("?");
    page.getByLabel("Single keys work on this page").check();
    page.keyboard().press("Escape");
    page.keyboard().press("/");
    assertThat(page.getByLabel("Search names, skills, employers")).isFocused();
  }

  @Test
  void two_recruiters_see_each_others_decisions() {
    page.navigate(address + "?q=cleo");
    var other = browser.another();
    other.navigate(address + "?q=cleo");
    assertThat(other.locator("li.ranked")).hasCount(15);

    page.locator("li.ranked").nth(2).getByRole(AriaRole.BUTTON).nth(1).click();

    assertThat(other.locator("li.ranked").nth(2)).containsText("On hold");
    other.context().setOffline(true);
    page.locator("li.ranked").nth(3).getByRole(AriaRole.BUTTON).nth(1).click();
    assertThat(page.locator("li.ranked").nth(3)).containsText("On hold");
    assertThat(other.locator("#lost")).isVisible(SOON);
    other.context().setOffline(false);
    assertThat(other.locator("li.ranked").nth(3)).containsText("On hold");
    assertThat(other.locator("#lost")).isHidden();
    browser.forgive("ERR_INTERNET_DISCONNECTED");
  }

  @Test
  void cards_of_a_board_are_moved_by_drag_and_by_button() {
    page.navigate(address + "?view=board&q=ann");
    var card = page.locator("#c-none .tile").first();
    card.dragTo(page.locator("#c-shortlisted"));
    if (page.locator("#reason-dialog").isVisible()) {
      page.getByLabel("In your own words").fill("Knows the trade.");
      page.locator("#reason-do").click();
    }
    assertThat(page.locator("#c-shortlisted .tile")).hasCount(1);
    page.locator("#c-none .tile").first().getByRole(AriaRole.BUTTON).nth(1).click();
    assertThat(page.locator("#c-on_hold .tile")).hasCount(1);
    RealBrowser.obeysTheRules(page);
  }

  @Test
  void a_view_is_kept_under_a_name_whatever_the_name() {
    page.navigate(address + "?verdict=none&minScore=1");
    page.locator("#views summary").click();
    page.getByLabel("Keep this list as").fill(HOSTILE);
    page.getByRole(AriaRole.BUTTON, named("Keep")).click();
    assertThat(page.locator("#toast")).containsText(HOSTILE);
    page.navigate(address);
    page.locator("#views summary").click();
    page.locator(".kept a").click();
    assertThat(page).hasURL(Pattern.compile("verdict=none&minScore=1"));
    page.locator("#views summary").click();
    page.locator(".kept button").click();
    assertThat(page.locator(".kept")).hasCount(0);
  }

  @Test
  void what_could_not_be_read_is_looked_at_opened_and_tried_again() throws IOException {
    page.navigate(address);
    assertThat(page.locator("#tray")).containsText("The file is empty");
    var item = page.locator("#tray li").filter(has("empty.pdf"));
    var file = page.waitForDownload(() -> item.getByRole(AriaRole.LINK).click());
    assertThat(Files.readString(file.path())).isEqualTo(" ");
    item.getByRole(AriaRole.BUTTON).last().click();
    assertThat(item).containsText("looked at by you");
    item.getByRole(AriaRole.BUTTON).first().click();
    assertThat(page.locator("#toast")).containsText("1 CV is read again.");
    assertThat(item).not().containsText("looked at by you");
  }

  @Test
  void a_screening_is_paused_resumed_given_more_cvs_and_cancelled() throws IOException {
    var many = new ArrayList<Map.Entry<String, String>>();
    for (int i = 0; i < 12; i++) {
      many.add(cv("Pat Number" + i, "Excel", 1990 + i % 30));
    }
    try (var _ = new Standstill(shortlist)) {
      pausedResumedGivenMoreAndCancelled(begin(many));
    }
  }

  private void pausedResumedGivenMoreAndCancelled(Screening running) {
    page.navigate(shortlist.address() + "/screenings/" + running.number());
    page.getByRole(AriaRole.BUTTON, named("Pause")).click();
    assertThat(page.locator("#progress")).containsText("Paused");
    RealBrowser.obeysTheRules(page);
    page.locator("#add-files")
        .setInputFiles(
            new FilePayload(
                "late.txt",
                "text/plain",
                cv("Lea Late", "SAP", 2010).getValue().getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("#adding")).containsText("1 taken in");
    assertThat(page.locator("#progress")).containsText("13 files");
    page.getByRole(AriaRole.BUTTON, named("Resume")).click();
    assertThat(page.locator("#progress")).containsText("Running");
    assertThat(page.locator("#lanes")).containsText("this machine");
    page.locator("#more summary").click();
    page.getByRole(AriaRole.BUTTON, named("High")).click();
    assertThat(page.locator("#headline")).containsText("Priority: High");
    page.locator("#more summary").click();
    page.getByRole(AriaRole.BUTTON, named("Cancel the screening")).click();
    page.getByRole(AriaRole.BUTTON, named("Keep it going")).click();
    assertThat(page.locator("#progress")).not().containsText("Cancelled");
    page.locator("#more summary").click();
    page.getByRole(AriaRole.BUTTON, named("Cancel the screening")).click();
    page.locator("#cancel-dialog button[value=do]").click();
    assertThat(page.locator("#progress")).containsText("Cancelled");
    assertThat(page.getByRole(AriaRole.BUTTON, named("Resume"))).hasCount(0);
  }

  @Test
  void a_screening_is_deleted_after_a_second_look_and_takes_its_people_along() throws IOException {
    var mistaken = begin(List.of(cv("Milly Mistake", "Excel", 2017)));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> state(mistaken) == Screening.State.COMPLETED);
    var itsAddress = shortlist.address() + "/screenings/" + mistaken.number();
    page.navigate(itsAddress);
    page.locator("#more summary").click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Delete the screening"))
        .click();
    assertThat(page.locator("main")).containsText("1 CV");
    RealBrowser.obeysTheRules(page);
    RealBrowser.shot(page, "screening-delete");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Keep it")).click();
    assertThat(page.locator(".ranked")).hasCount(1);

    page.navigate(itsAddress + "/delete");
    page.getByRole(AriaRole.BUTTON, named("Delete for good")).click();
    assertThat(page.getByRole(AriaRole.STATUS))
        .containsText("Screening %d is deleted.".formatted(mistaken.number()));
    assertThat(page.locator("a[href='/screenings/%d']".formatted(mistaken.number()))).hasCount(0);
    page.navigate(shortlist.address() + "/candidates?q=Milly");
    assertThat(page.locator("main")).not().containsText("Milly Mistake");
    page.navigate(itsAddress);
    assertThat(page.locator("h1")).containsText("Nothing to be found");
    browser.forgive("status of 404");
  }

  @Test
  void what_takes_long_shows_that_it_is_worked_on() {
    page.navigate(address);
    var held = new ArrayList<Route>();
    var released = new AtomicBoolean();
    page.route(
        "**/live?*",
        route -> {
          if (released.get()) {
            route.resume();
          } else {
            held.add(route);
          }
        });
    page.locator("#facets .choices a").first().click();
    assertThat(page.locator("html")).hasClass("working");
    released.set(true); // an answer asked for from here on is not held back any more
    held.forEach(Route::resume);
    assertThat(page.locator("html")).not().hasClass("working");
    assertThat(page.locator(".narrowed li")).hasCount(1);
  }

  @Test
  void what_was_asked_for_while_news_arrived_stays_on_the_page() {
    page.addInitScript(
        """
        window.shown = 0;
        document.addEventListener("shortlist:shown", () => window.shown++);
        window.EventSource = class extends EventSource {
          constructor(address) {
            super(address);
            window.told = this;
          }
        };
        """);
    page.navigate(address);
    page.waitForFunction("() => window.told?.readyState === EventSource.OPEN");
    int before = (int) page.evaluate("() => window.shown");
    var held = new ArrayList<Route>();
    var released = new AtomicBoolean();
    page.route(
        "**/live?*",
        route -> {
          if (released.get()) {
            route.resume();
          } else {
            held.add(route);
          }
        });
    page.locator("#facets .choices a").first().click();
    assertThat(page.locator("html")).hasClass("working");
    page.evaluate("() => window.told.dispatchEvent(new MessageEvent('progress'))");
    released.set(true);
    held.forEach(Route::resume);

    page.waitForFunction("before => window.shown >= before + 2", before);
    assertThat(page.locator(".narrowed li")).hasCount(1);
  }

  @Test
  void the_frame_stands_still_while_results_arrive() throws IOException {
    var many = new ArrayList<Map.Entry<String, String>>();
    for (int i = 0; i < 12; i++) {
      many.add(cv("Mo Number" + i, i % 2 == 0 ? "Excel and SAP" : "ovens", 1990 + i));
    }
    try (var _ = new Standstill(shortlist)) {
      page.addInitScript(
          """
          window.jumps = [];
          new PerformanceObserver((list) => {
            for (const shift of list.getEntries()) {
              for (const { node, previousRect, currentRect } of shift.sources) {
                // Rows change places as better ones come; that is what a ranking does.
                if (node?.closest && !node.closest("#rows") && Math.abs(previousRect.y - currentRect.y) > 2) {
                  window.jumps.push(`${node.id || node.className} ${previousRect.y} ${currentRect.y}`);
                }
              }
            }
          }).observe({ type: "layout-shift", buffered: true });
          """);
      page.navigate(shortlist.address() + "/screenings/" + begin(many).number());
      assertThat(page.locator(".ghost")).hasCount(6);
      assertThat(page.locator("#over-time")).isVisible();
    }
    assertThat(page.locator("li.ranked")).hasCount(12, SOON_MANY);
    assertThat(page.locator("#progress")).containsText("Done", SOON_TEXT);
    assertThat((List<?>) page.evaluate("jumps")).as("parts of the frame that moved").isEmpty();
  }

  @Test
  void it_fits_every_screen_in_light_and_dark() {
    String path = address.substring(shortlist.address().length());
    browser.looksGood("screening", path);
    browser.looksGood("screening-board", path + "?view=board");
    var small = browser.window(390, ColorScheme.LIGHT);
    small.navigate(address + "?q=nobody-of-that-name");
    assertThat(small.getByText("Nobody fits these filters")).isVisible();
    small.locator(".facets-button").click();
    assertThat(small.locator("#facets")).isVisible();
    RealBrowser.fits(small);
    RealBrowser.obeysTheRules(small);
    RealBrowser.shot(small, "screening-filters-390");
  }

  /// What a person without our scripts, or a mistyped address, gets.
  @Test
  void forms_work_without_script_and_odd_addresses_show_the_page() throws Exception {
    var client = HttpClient.newHttpClient();
    var odd =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(address + "?verdict=maybe&answer=x&after=1&minScore=9000&order=zz"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(odd.statusCode()).isEqualTo(200);
    var pause =
        client.send(
            HttpRequest.newBuilder(URI.create(address + "/pause?verdict=none"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(pause.statusCode()).isEqualTo(303);
    assertThat(pause.headers().firstValue("Location").orElseThrow()).endsWith("?verdict=none");
  }

  private static Screening begin(List<Map.Entry<String, String>> files) throws IOException {
    var job = shortlist.get(JobDescriptions.class).create(account, null, ASKED, null);
    var made = shortlist.get(Screenings.class).create(account, null, job.id(), null);
    var uploads = new ArrayList<Upload>();
    for (var file : files) {
      Path written =
          Files.writeString(temp.resolve(made.number() + "-" + uploads.size()), file.getValue());
      uploads.add(new Upload(file.getKey(), written));
    }
    shortlist.get(Intake.class).add(account, made.id(), uploads);
    return made;
  }

  private static Screening.State state(Screening of) {
    return shortlist.get(Screenings.class).find(account, of.id()).orElseThrow().state();
  }

  private static Map.Entry<String, String> cv(String name, String skill, int since) {
    return Map.entry(
        name.replaceAll("\\W", "") + ".txt",
        """
        %s
        someone%d@example.com

        Experience
        Accountant, Northmoor Ceramics
        Jan %d - Dec 2024
        - Prepared the monthly accounts with %s
        """
            .formatted(name, name.hashCode(), since, skill));
  }

  private Locator tab(String name) {
    return page.locator("#tabs .tabs a").filter(has(name));
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
