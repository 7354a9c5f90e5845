package dev.shortlist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.shortlist.web.RealBrowser.SOON;
import static dev.shortlist.web.RealBrowser.SOON_TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From dropped files to a screening that runs, with a card that is corrected on the way.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class StartBrowserTest {
  @RegisterExtension
  @Order(1)
  static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @RegisterExtension
  @Order(2)
  static final RealBrowser browser = new RealBrowser(shortlist);

  private static final String ASKED =
      """
      Accountant in a young and dynamic team

      Requirements
      - 3 years of experience in accounting
      - Excel
      - SAP or DATEV
      - German native speaker
      Nice to have
      - Power BI
      """;

  @Test
  void a_card_is_corrected_while_the_cvs_go_up_and_then_the_screening_runs() throws IOException {
    var page = browser.page();
    page.navigate(shortlist.address());
    RealBrowser.shot(page, "start-empty-1440-light");
    choose(
        page,
        cv("Ann Archer", "SAP, Excel"),
        cv("Bob Baker", "bread"),
        file("empty.pdf", ""),
        zip("more.zip", cv("Cleo Carter", "Excel, Power BI"), file("nothing.docx", "")));
    page.getByLabel("Text of the job description").fill(ASKED);

    assertThat(page.locator("#chosen-count")).containsText("3 taken", SOON_TEXT);
    assertThat(page.locator("#chosen-count")).containsText("to look at: 2");
    assertThat(page.locator("#chosen-list")).containsText("more.zip/nothing.docx");
    var card = page.locator("#card");
    assertThat(card.locator("li.ask")).hasCount(6);
    assertThat(card.getByText("German native").first()).isVisible();

    page.getByRole(AriaRole.BUTTON, button("Write “German at level C1 or C2” instead")).click();
    assertThat(card.getByText("German native")).hasCount(0);
    card.getByLabel("Add a requirement").fill("2 years of Java or Kotlin");
    page.keyboard().press("Enter");
    assertThat(card.getByText("Java or Kotlin, 2 years").first()).isVisible();
    page.getByRole(AriaRole.BUTTON, button("Remove Power BI")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, button("Put Power BI back"))).isFocused();
    card.getByLabel("How much Excel matters").selectOption("PREFERRED");
    assertThat(card.locator("#asks-PREFERRED")).containsText("1");
    assertThat(card.locator(".removed")).containsText("Power BI");
    assertThat(page.locator("#pool-note")).containsText("CVs in your pool", SOON_TEXT);
    RealBrowser.obeysTheRules(page);
    whole(page, "start-card-1440-light");

    page.getByRole(AriaRole.BUTTON, button("Screen")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    assertThat(page.getByText("Done")).isVisible(SOON);
    assertThat(page.locator("h1")).containsText("Accountant");
    assertThat(page.locator("main")).containsText("Java or Kotlin");
    assertThat(page.locator("main")).not().containsText("native speaker");
  }

  /// What a person does is counted, each act with the time people take for such: the
  /// keystroke-level model of Card, Moran and Newell. How fast this machine is does not matter to
  /// it.
  @ParameterizedTest
  @CsvSource({
    "Choose files, files, pasted",
    "Choose files, ZIP, uploaded",
    "Choose a folder, folder, pasted",
    "Choose a folder, folder, uploaded"
  })
  void a_person_who_is_new_has_a_screening_running_within_a_minute(
      String button, String what, String job, @TempDir Path mine) throws IOException {
    var page = browser.page();
    page.navigate(shortlist.address());
    var acts = new Acts(page);
    acts.reads(
        "From a pile of CVs to a shortlist you can explain", "Drop files, a folder or a ZIP");
    acts.choosesIn(
        () -> page.getByRole(AriaRole.BUTTON, button(button)).click(), chosen(what, mine));
    if (job.equals("pasted")) {
      acts.pastes(page.getByLabel("Text of the job description"), ASKED);
    } else {
      acts.clicks(page.getByLabel("File", new Page.GetByLabelOptions().setExact(true)));
      acts.choosesIn(
          () -> page.locator("#job-file").click(),
          Files.writeString(mine.resolve("job.txt"), ASKED));
    }
    assertThat(page.locator("#card li.ask").first()).isVisible(SOON);
    acts.reads("Requirements", "SAP or DATEV");
    assertThat(page.locator("#chosen-count")).containsText("2 taken", SOON_TEXT);
    acts.clicks(page.getByRole(AriaRole.BUTTON, button("Screen")));

    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    assertThat(page.locator("h1")).containsText("Accountant");
    assertThat(acts.count()).isLessThanOrEqualTo(6);
    assertThat(acts.seconds()).isLessThan(60);
  }

  /// Two CVs as a person has them.
  private static Path chosen(String what, Path mine) throws IOException {
    var one = cv("Ida Ibis " + mine.getFileName(), "SAP");
    var two = cv("Jan Jay " + mine.getFileName(), "Excel");
    return switch (what) {
      case "ZIP" -> Files.write(mine.resolve("cvs.zip"), zip("cvs.zip", one, two).buffer);
      default -> {
        var folder = Files.createDirectory(mine.resolve("cvs"));
        Files.write(folder.resolve("ida.txt"), one.buffer);
        Files.write(folder.resolve("jan.txt"), two.buffer);
        yield folder;
      }
    };
  }

  /// What a person does at a page, with the seconds people take.
  private static final class Acts {
    private static final double THINK = 1.35;
    private static final double POINT = 1.1;
    private static final double PRESS = 0.28;

    /// Finding a file in the window of the operating system.
    private static final double FIND = 8;

    /// Taking in a part of a page nobody has seen before.
    private static final double TAKE_IN = 8;

    private final Page page;
    private int count;
    private double seconds;

    Acts(Page page) {
      this.page = page;
    }

    void reads(String... words) {
      for (var some : words) {
        assertThat(page.getByText(some).first()).isVisible(SOON);
      }
      seconds += TAKE_IN;
    }

    void clicks(Locator place) {
      place.click();
      did(THINK + POINT + PRESS);
    }

    void pastes(Locator place, String text) {
      clicks(place);
      place.fill(text);
      did(THINK + 2 * PRESS);
    }

    void choosesIn(Runnable click, Path file) throws IOException {
      var chooser = page.waitForFileChooser(click);
      did(THINK + POINT + PRESS);
      if (chooser.isMultiple() && Files.isDirectory(file) && !isFolder(chooser)) {
        try (var files = Files.list(file)) {
          chooser.setFiles(files.sorted().toArray(Path[]::new));
        }
      } else {
        chooser.setFiles(file);
      }
      did(FIND);
    }

    private static boolean isFolder(FileChooser chooser) {
      return chooser.element().getAttribute("webkitdirectory") != null;
    }

    private void did(double took) {
      count++;
      seconds += took;
    }

    int count() {
      return count;
    }

    double seconds() {
      return seconds;
    }
  }

  @Test
  void what_was_uploaded_is_still_there_when_the_page_is_loaded_anew() {
    var page = browser.page();
    page.navigate(shortlist.address());
    choose(page, cv("Dora Dove", "SAP"), file("empty.pdf", ""));
    assertThat(page.locator("#chosen-count")).containsText("1 taken", SOON_TEXT);
    page.waitForURL(Pattern.compile(".*/\\?draft=\\d+"));
    page.reload();
    assertThat(page.locator("#chosen-count")).containsText("1 taken");
    assertThat(page.locator("#chosen-list")).containsText("The file is empty");

    page.getByRole(AriaRole.BUTTON, button("Start over")).click();
    assertThat(page.locator("#chosen")).isHidden();
    assertThat(page.url()).doesNotContain("draft");
  }

  @Test
  void a_lost_connection_is_told_and_the_upload_goes_on() {
    var page = browser.page();
    page.navigate(shortlist.address());
    page.context().setOffline(true);
    choose(page, cv("Eve Eagle", "SAP"));
    assertThat(page.locator("#cut-off")).isVisible(SOON);
    page.context().setOffline(false);
    assertThat(page.locator("#chosen-count")).containsText("1 taken", SOON_TEXT);
    assertThat(page.locator("#cut-off")).isHidden();
    browser.forgive("ERR_INTERNET_DISCONNECTED");
  }

  @Test
  void a_big_file_goes_on_where_it_was_cut_off() throws IOException {
    var page = browser.page();
    page.navigate(shortlist.address());
    var sent = new ArrayList<String>();
    page.onRequest(request -> {
      if (request.method().equals("PATCH")) {
        sent.add(request.headers().get("upload-offset"));
      }
    });
    page.route(
        Pattern.compile(".*/api/v1/uploads/.*"),
        route -> {
          boolean second = "8388608".equals(route.request().headers().get("upload-offset"));
          if (second && sent.size() == 2) {
            route.abort();
          } else {
            route.resume();
          }
        });
    choose(page, zip("big.zip", cv("Finn Falcon", "SAP"), noise(12)));
    assertThat(page.locator("#chosen-list")).containsText("1 taken", SOON_TEXT);
    assertThat(sent).containsExactly("0", "8388608", "8388608");
    browser.forgive("ERR_FAILED");
  }

  @Test
  void the_slider_and_its_number_are_one_and_work_by_keyboard() {
    var page = browser.page();
    page.navigate(shortlist.address());
    page.getByLabel("Text of the job description").fill(ASKED);
    var slider = page.locator("#card input[type=range][name^='weight.']").first();
    assertThat(slider).isVisible();
    slider.fill("40");
    slider.focus();
    page.keyboard().press("ArrowRight");
    var number = slider.locator("xpath=..").locator(".amount");
    assertThat(number).hasValue("41");
    number.fill("73");
    assertThat(slider).hasValue("73");
  }

  @Test
  void a_text_that_is_too_long_is_not_cut_in_silence() {
    var page = browser.page();
    page.navigate(shortlist.address());
    var text = page.getByLabel("Text of the job description");
    text.fill(ASKED);
    assertThat(page.locator("#card li.ask")).hasCount(6);
    assertThat(page.locator("#text-full")).isEmpty();
    text.fill(ASKED + "We are very nice to each other.\n".repeat(2_000));
    assertThat(page.locator("#text-full")).containsText("60,000 characters");
  }

  @Test
  void hostile_words_run_nothing() {
    String hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    var page = browser.page();
    page.navigate(shortlist.address());
    choose(page, file(hostile.replace("/", "") + ".txt", hostile), cv("Gil Gull", "SAP"));
    page.getByLabel("Text of the job description")
        .fill("Cook " + hostile + "\n\nRequirements\n- Excel " + hostile + "\n- SAP\n");
    assertThat(page.locator("#card li.ask").first()).isVisible();
    page.locator("#sentence").fill("Java " + hostile);
    page.keyboard().press("Enter");
    assertThat(page.locator("#card")).containsText("Java");
    page.getByLabel("Name of this screening").fill(hostile);
    page.getByRole(AriaRole.BUTTON, button("Screen")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    assertThat(page.locator("h1")).containsText("<script>");
  }

  @Test
  void the_page_speaks_german_and_french() {
    for (String language : List.of("de", "fr")) {
      var page = browser.window(390, ColorScheme.DARK);
      page.navigate(shortlist.address());
      page.locator(".languages [lang=%s]".formatted(language)).click();
      assertThat(page.locator("html")).hasAttribute("lang", language);
      page.locator("#text").fill(ASKED);
      assertThat(page.locator("#card li.ask").first()).isVisible();
      RealBrowser.fits(page);
      RealBrowser.obeysTheRules(page);
      whole(page, "start-%s-390-dark".formatted(language));
    }
  }

  @Test
  void the_start_page_looks_good() {
    browser.looksGood("start", "/");
    browser.looksGood("screenings", "/screenings");
  }

  private static void whole(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + ".png")));
  }

  private static void choose(Page page, FilePayload... files) {
    page.locator("#files").setInputFiles(files);
  }

  private static FilePayload zip(String name, FilePayload... files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(0);
      for (var one : files) {
        zip.putNextEntry(new ZipEntry(one.name));
        zip.write(one.buffer);
      }
    }
    return new FilePayload(name, "application/zip", bytes.toByteArray());
  }

  /// A system file of some size, which is nobody's CV.
  private static FilePayload noise(int megabytes) {
    return new FilePayload(".DS_Store", "application/octet-stream", new byte[megabytes << 20]);
  }

  private static FilePayload cv(String name, String skills) {
    return file(
        name + ".txt",
        """
        %s
        someone@example.com

        Experience
        Accountant, Northmoor Ceramics
        Jan 2018 - Dec 2024
        - Prepared the monthly accounts with %s

        Skills
        %s
        """
            .formatted(name, skills, skills));
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(
        name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
