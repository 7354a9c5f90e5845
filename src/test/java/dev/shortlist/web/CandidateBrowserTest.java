package dev.shortlist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.shortlist.web.RealBrowser.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.shortlist.RunningShortlist;
import dev.shortlist.text.Abilities;
import dev.shortlist.text.Setup;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The pages of candidates in a real browser.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class CandidateBrowserTest {
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
      - 3 years of experience as an accountant
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
  void a_person_decides_with_keys_and_takes_back() {
    go(screened(cv("Gesine Quandt", "SAP, Excel")).getFirst());
    press("h");
    assertThat(page.locator("#verdict")).hasText("On hold");
    press("r");
    assertThat(page.locator("#reason")).isFocused();
    page.keyboard().type("no licence");
    press("Control+Enter");
    assertThat(page.locator("#verdict")).hasText("Rejected");
    assertThat(page.locator("#history")).containsText("no licence");
    press("u");
    assertThat(page.locator("#verdict")).hasText("Undecided");
    press("n");
    assertThat(page.locator("#note")).isFocused();
    page.keyboard().type(HOSTILE);
    page.getByRole(AriaRole.BUTTON, named("Add note")).click();
    assertThat(page.locator("#notes")).containsText("onerror=alert(1)");
    press("?");
    assertThat(page.locator("#help")).isVisible();
    press("Escape");
    assertThat(page.locator("#help")).isHidden();
  }

  /// A key, when the page that was gone to knows its keys.
  private void press(String key) {
    page.waitForLoadState();
    page.keyboard().press(key);
  }

  @Test
  void evidence_lights_up_on_the_page_as_drawn() {
    go(screened(Path.of("src/main/resources/samples/cvs/mara-lindholm.pdf")).getFirst());
    assertThat(page.locator(".paper img").first()).isVisible(SOON);
    page.locator("button.part").first().click();
    assertThat(page.locator(".spot.lit").first()).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator(".spot.lit")).hasCount(0);
    page.locator(".spot").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("button.part[aria-pressed=true]").first()).isInViewport();
    String path = page.url().substring(shortlist.address().length());
    browser.looksGood("candidate-drawn", path);
  }

  @Test
  void a_photographed_cv_is_drawn_too_and_shows_no_name() throws IOException {
    assumeTrue(
        Abilities.of(Setup.standard(1)).recognition().isPresent(),
        "Tesseract is not installed, so no picture is read");
    var photo = new FilePayload("cv.png", "image/png", photograph("Gesine Quandt", "SAP, Excel"));

    go(screened(photo).getFirst());

    var drawn = page.locator(".paper img").first();
    assertThat(drawn).isVisible(SOON);
    page.waitForFunction("() => document.querySelector('.paper img').naturalWidth > 0");
    assertThat(page.locator(".spot").first()).isVisible();
    assertThat(page.getByText("This CV is a scan.")).isVisible();
    assertThat(page.locator("main")).not().containsText("Quandt");
  }

  private static byte[] photograph(String name, String skills) throws IOException {
    var picture = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
    var pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1240, 1754);
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
    int y = 120;
    for (var line : text(name, skills).lines().toList()) {
      pen.drawString(line, 120, y += 56);
    }
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void a_corrected_field_moves_the_score_and_can_be_taken_back() {
    go(screened(cv("Gesine Quandt", "SAP, Excel")).getFirst());
    page.getByRole(AriaRole.BUTTON, named("Show name")).click();
    String before = page.locator(".sum tfoot td").last().textContent();
    var fix = page.locator(".posts .fix").first();
    fix.locator("summary").click();
    fix.locator("input[name=from]").fill("2024-10");
    fix.locator("form").last().locator("button").click();
    assertThat(page.locator(".fixed")).containsText("Dates");
    assertThat(page.locator(".sum tfoot td").last()).not().hasText(before);
    page.locator(".fixed button").click();
    assertThat(page.locator(".sum tfoot td").last()).hasText(before);
  }

  @Test
  void a_skill_that_does_not_stand_in_the_cv_earns_nothing() {
    go(screened(cv("Gesine Quandt", "SAP, Excel")).getFirst());
    page.getByText("Add an overlooked skill").click();
    page.getByLabel("Words as in the CV").fill("Kubernetes");
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not stand in the visible text");
  }

  @Test
  void no_byte_of_a_blind_screening_tells_who_it_is() {
    var paths = screened(cv("Gesine Quandt", "SAP, Excel"), cv("Oyelaran Petrosyan", "SAP"));
    String screening = paths.getFirst().replaceFirst("/applications/.*", "");
    String compared =
        screening
            + "/compare?with="
            + String.join("&with=", paths.stream().map(CandidateBrowserTest::id).toList());
    var asked =
        List.of(
            screening,
            screening + "/live",
            screening + "/files",
            compared,
            paths.getFirst(),
            paths.getFirst() + "/cv",
            paths.getFirst() + "?view=text",
            paths.getLast(),
            "/api/v1" + screening + "/ranking.csv?names=hidden");
    for (String path : asked) {
      var answer = page.request().get(shortlist.address() + path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8))
          .as(path)
          .doesNotContainIgnoringCase("Gesine")
          .doesNotContainIgnoringCase("Quandt")
          .doesNotContainIgnoringCase("Oyelaran")
          .doesNotContainIgnoringCase("Petrosyan")
          .doesNotContain("someone@example.com", "5550", "Fennhausen");
    }
    go(compared);
    assertThat(page.locator(".compare thead th")).hasCount(2);
    browser.looksGood("compare", compared);
  }

  /// The candidates' pages, best first.
  private List<String> screened(FilePayload... files) {
    page.navigate(shortlist.address());
    page.locator("#files").setInputFiles(files);
    return screened(files.length);
  }

  private List<String> screened(Path file) {
    page.navigate(shortlist.address());
    page.locator("#files").setInputFiles(file);
    return screened(1);
  }

  private List<String> screened(int files) {
    page.getByLabel("Text of the job description").fill(ASKED);
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    assertThat(page.locator(".ranked"))
        .hasCount(files, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    return page.locator(".ranked a[href*=applications]").all().stream()
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  private void go(String path) {
    page.navigate(shortlist.address() + path);
  }

  private static String id(String path) {
    return path.replaceFirst(".*/applications/", "").replaceFirst("\\?.*", "");
  }

  private static FilePayload cv(String name, String skills) {
    return new FilePayload(
        name + ".txt", "text/plain", text(name, skills).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String name, String skills) {
    return """
    %s
    someone@example.com, +49 151 5550 1234

    Experience
    Accountant, Northmoor Ceramics
    Jan 2018 - Dec 2024
    - Prepared the monthly accounts with %s

    Education
    B.Sc. Accounting, University of Fennhausen, 2010 - 2013

    Skills
    %s
    """
        .formatted(name, skills, skills);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
