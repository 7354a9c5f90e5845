package dev.shortlist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.shortlist.web.RealBrowser.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.shortlist.RunningShortlist;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The pages in a real browser, as a recruiter uses them.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class BrowserTest {
  @RegisterExtension
  @Order(1)
  static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @RegisterExtension
  @Order(2)
  static final RealBrowser browser = new RealBrowser(shortlist);

  private static final String ASKED =
      """
      Accountant

      Requirements
      - 3 years of experience in accounting
      - Excel
      - SAP
      """;
  private static final String HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>";

  private Page page;

  @BeforeEach
  void open() {
    page = browser.page();
  }

  @Test
  void from_dropped_cvs_to_evidence_that_lights_up_and_a_spreadsheet() throws IOException {
    page.navigate(shortlist.address());
    assertThat(page.locator("header nav [aria-current=page]")).hasText("Screenings");
    choose(cv("Ann Archer", "SAP, Excel"), cv("Bob Baker", "bread"), file("empty.pdf", ""));
    assertThat(page.locator("#chosen-count")).containsText("3 files");
    page.getByLabel("Text of the job description").fill(ASKED);
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();

    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    assertThat(page.getByText("Done")).isVisible(SOON);
    assertThat(page.locator(".ranked")).hasCount(2);
    assertThat(page.locator(".ranked").first()).containsText("Candidate 1");
    page.getByRole(AriaRole.BUTTON, named("Show names")).click();
    assertThat(page.locator(".ranked").first()).containsText("Ann Archer");
    assertThat(page.locator("#tray")).containsText("empty.pdf");
    assertThat(page.locator("#progress")).containsText("3 files");
    assertThat(page.locator(".ghost")).hasCount(0);

    page.locator("#more summary").click();
    Download csv =
        page.waitForDownload(() -> page.getByRole(AriaRole.LINK, linked("spreadsheet")).click());
    assertThat(Files.readString(csv.path())).contains("Ann Archer").contains("empty.pdf");

    page.getByRole(AriaRole.LINK, linked("Ann Archer")).click();
    var part = page.locator("button.part").first();
    part.click();
    assertThat(part).hasAttribute("aria-pressed", "true");
    assertThat(page.locator("mark.lit").first()).isInViewport();
    page.keyboard().press("Escape");
    assertThat(page.locator("mark.lit")).hasCount(0);
    page.locator("mark[data-parts]").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("button.part[aria-pressed=true]").first()).isInViewport();
  }

  @Test
  void what_is_missing_is_said_before_anything_is_sent() {
    page.navigate(shortlist.address());
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("No CVs yet");

    choose(cv("Ann Archer", "SAP"));
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("No job description yet");
  }

  @Test
  void what_the_server_refuses_is_shown_with_what_to_do() {
    page.navigate(shortlist.address());
    choose(file("cvs.zip", "this is no ZIP"));
    page.getByLabel("Text of the job description").fill(ASKED);
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("cvs.zip");

    page.getByLabel("Text of the job description").fill("We are nice.");
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("asks for nothing");
    // The browser reports every refused request to its console.
    browser.forgive("status of 422");
  }

  @Test
  void hostile_names_cvs_and_job_descriptions_run_nothing() {
    page.navigate(shortlist.address());
    choose(
        file("\"><img src=x onerror=alert(3)>.txt", cvText(HOSTILE, "Excel " + HOSTILE)),
        file(HOSTILE.replace("/", "") + ".pdf", ""));
    page.getByLabel("Text of the job description").fill(ASKED + "- Excel " + HOSTILE + "\n");
    page.getByLabel("Name of this screening").fill(HOSTILE);
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    assertThat(page.getByText("Done")).isVisible(SOON);
    page.getByRole(AriaRole.BUTTON, named("Show names")).click();
    page.locator(".ranked a").first().click();
    assertThat(page.locator("#sheet")).containsText("onerror=alert(1)");
    page.navigate(shortlist.address());
    assertThat(page.locator(".recent").getByText("<script>").first()).isVisible();
  }

  @Test
  void every_file_is_told_by_what_became_of_it_and_system_files_are_no_files_of_anybody()
      throws IOException {
    page.navigate(shortlist.address());
    var ann = cvText("Ann Archer", "SAP");
    choose(
        zip(
            Map.of(
                "Ann Archer.txt", ann,
                "Ann Archer (1).txt", ann,
                "Bob Baker.pdf", "",
                "Ann Archer/.DS_Store", "x",
                "__MACOSX/._Ann Archer.txt", "x")));
    page.getByLabel("Text of the job description").fill(ASKED);
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    assertThat(page.getByText("Done")).isVisible(SOON);
    assertThat(page.locator(".account")).containsText("3 files");
    String screening = page.url();

    page.navigate(screening + "/files");
    assertThat(page.locator(".lede"))
        .containsText(
            "3 files in, all accounted for: 1 read, 1 in the review tray, 1 duplicate. "
                + "2 system files came along");
    assertThat(page.locator("main")).not().containsText("Archer");
    assertThat(page.locator(".files tbody tr th").allTextContents())
        .containsExactlyInAnyOrder("1.txt", "1.txt", "2.pdf");
    assertThat(row("2.pdf")).containsText("The file is empty (0 bytes).");

    page.navigate(screening);
    page.getByRole(AriaRole.BUTTON, named("Show names")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Hide names"))).isVisible();
    page.navigate(screening + "/files");
    assertThat(row("Bob Baker.pdf")).containsText("review tray");
    page.getByText("System files left out").click();
    assertThat(page.getByText("Ann Archer/.DS_Store")).isVisible();
    page.locator(".files a").click();
    assertThat(page.locator("h1")).hasText("Ann Archer");
  }

  private Locator row(String file) {
    return page.locator(".files tbody tr", new Page.LocatorOptions().setHasText(file));
  }

  @Test
  void what_became_of_a_file_is_seen_however_long_its_name_is() {
    page.navigate(shortlist.address());
    choose(
        cv("Ann Archer", "SAP"),
        file("applications-of-2026/" + "curriculum_vitae_".repeat(14) + ".pdf", ""));
    page.getByLabel("Text of the job description").fill(ASKED);
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    page.getByRole(AriaRole.BUTTON, named("Show names")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Hide names"))).isVisible();
    for (int width : List.of(390, 1440)) {
      var shown = browser.window(width, ColorScheme.LIGHT);
      shown.navigate(page.url() + "/files");
      assertThat(shown.locator(".files tbody")).containsText("vitae_curriculum");
      assertThat(shown.evaluate("document.querySelector('.table-frame').scrollWidth"))
          .as("%d wide", width)
          .isEqualTo(shown.evaluate("document.querySelector('.table-frame').clientWidth"));
      RealBrowser.shot(shown, "files-long-names-" + width);
    }
  }

  @Test
  void a_long_name_is_seen_whole_and_a_title_without_end_leaves_room_for_the_page() {
    String longest = "Annabella-Wilhelmina von Hohenlohe-Langenburg zu Öhringen";
    page.navigate(shortlist.address());
    choose(cv(longest, "SAP"), cv("Bo Li", "SAP and Excel"));
    page.getByLabel("Text of the job description").fill(ASKED);
    page.getByLabel("Name of this screening").fill("Head of group accounting ".repeat(100));
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    assertThat(page.getByText("Done")).isVisible(SOON);
    String screening = page.url();
    page.getByRole(AriaRole.BUTTON, named("Show names")).click();
    assertThat(page.locator(".ranked .who")).hasCount(2);
    page.locator(".pick input").first().click();
    page.locator(".pick input").last().click();
    page.locator("#compare").click();
    page.waitForURL(Pattern.compile(".*/compare.*"));
    String compared = page.url();
    page.locator(".compared .whole", new Page.LocatorOptions().setHasText(longest)).click();
    assertThat(page.locator("h1")).hasText(longest);
    String candidate = page.url();

    for (int width : List.of(390, 1440)) {
      var shown = browser.window(width, ColorScheme.LIGHT);
      for (String address : List.of(screening, screening + "?view=board", compared, candidate)) {
        shown.navigate(address);
        var name =
            shown.locator(":is(a, h1)", new Page.LocatorOptions().setHasText(longest)).first();
        assertThat(name).isVisible();
        assertThat(
                name.evaluate(
                    "name => Math.round((name.scrollHeight - name.clientHeight)"
                        + " / parseFloat(getComputedStyle(name).lineHeight))"))
            .as("lines of the name that are cut at %s, %d wide", address, width)
            .isEqualTo(0);
        assertThat(
                (int)
                    shown
                        .locator("main :is(h1, .crumb)")
                        .first()
                        .evaluate("top => top.clientHeight"))
            .as("what the title takes at %s, %d wide", address, width)
            .isLessThan(300);
      }
    }
  }

  @Test
  void a_lost_connection_is_told_and_recovers() {
    page.navigate(shortlist.address());
    page.getByRole(AriaRole.BUTTON, named("Try it with the sample")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    page.context().setOffline(true);
    assertThat(page.locator("#lost")).isVisible(SOON);
    page.context().setOffline(false);
    assertThat(page.getByText("Done")).isVisible(SOON);
    assertThat(page.locator("#lost")).isHidden();
    browser.forgive("ERR_INTERNET_DISCONNECTED");
    browser.forgive("htmx:");
  }

  @Test
  void a_screening_that_runs_tells_its_page_what_is_new() {
    var asked = new ArrayList<String>();
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(shortlist.address());
    page.getByRole(AriaRole.BUTTON, named("Try it with the sample")).click();
    assertThat(page.getByText("Done")).isVisible(SOON);
    assertThat(asked).anyMatch(url -> url.contains("/events"));
  }

  @Test
  void a_browser_that_takes_no_events_asks_for_what_is_new() {
    page.addInitScript("delete window.EventSource");
    var asked = new ArrayList<String>();
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(shortlist.address());
    page.getByRole(AriaRole.BUTTON, named("Try it with the sample")).click();
    assertThat(page.getByText("Done")).isVisible(SOON);
    assertThat(asked).noneMatch(url -> url.contains("/events"));
  }

  @Test
  void the_start_page_works_by_keyboard() {
    page.navigate(shortlist.address());
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    assertThat(page.locator(".skip")).isInViewport();
    page.getByLabel("Paste").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.getByLabel("PDF, Word or text file")).isVisible();
    assertThat(page.getByLabel("Text of the job description")).isHidden();
  }

  @Test
  void the_api_describes_itself_without_the_internet() {
    page.navigate(shortlist.address() + "/api/docs");

    assertThat(page.getByText("Screen CVs").first()).isVisible(SOON);
    page.waitForTimeout(500);
    RealBrowser.shot(page, "api-docs");
  }

  @Test
  void every_page_fits_every_screen_in_light_and_dark() {
    page.navigate(shortlist.address());
    browser.looksGood("empty", "/");
    page.getByRole(AriaRole.BUTTON, named("Try it with the sample")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    String screening = page.url().substring(shortlist.address().length());
    RealBrowser.shot(page, "running");
    assertThat(page.getByText("Done")).isVisible(SOON);

    browser.looksGood("start", "/");
    browser.looksGood("files", screening + "/files");
    browser.looksGood("not-found", "/screenings/4711");
    browser.forgive("status of 404");
  }

  private void choose(FilePayload... files) {
    page.locator("#files").setInputFiles(files);
  }

  private static FilePayload cv(String name, String skills) {
    return file(name + ".txt", cvText(name, skills));
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(
        name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
  }

  private static FilePayload zip(Map<String, String> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new FilePayload("cvs.zip", "application/zip", bytes.toByteArray());
  }

  private static String cvText(String name, String skills) {
    return """
    %s
    someone@example.com

    Experience
    Accountant, Northmoor Ceramics
    Jan 2018 - Dec 2024
    - Prepared the monthly accounts with %s

    Skills
    %s
    """
        .formatted(name, skills, skills);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions linked(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
