package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.shortlist.RunningShortlist;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real browser for a test class, with a new window for each test. What the browser complains
/// about in its console, a dialog nobody asked for and a request to another server fail the test.
///
/// ```java
/// @RegisterExtension @Order(1)
/// static final RunningShortlist shortlist = new RunningShortlist(Map.of());
/// @RegisterExtension @Order(2)
/// static final RealBrowser browser = new RealBrowser(shortlist);
/// ```
@SuppressWarnings("NullAway.Init") // JUnit calls beforeAll first
final class RealBrowser
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  /// For what the server has to do first.
  static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  /// The same, for words that are to appear.
  static final LocatorAssertions.ContainsTextOptions SOON_TEXT =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final RunningShortlist shortlist;
  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> windows = new ArrayList<>();
  private @Nullable Playwright playwright;
  private Browser browser;
  private Page page;

  RealBrowser(RunningShortlist shortlist) {
    this.shortlist = shortlist;
  }

  /// The window of the test, 1440 wide.
  Page page() {
    return page;
  }

  /// Another person's window.
  Page another() {
    return window(1440, ColorScheme.LIGHT);
  }

  /// A window that must be closed by nobody: the end of the test does.
  Page window(int width, ColorScheme scheme) {
    var window =
        browser.newContext(
            new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setViewportSize(width, width < 500 ? 844 : width * 10 / 16));
    window.setDefaultTimeout(60_000);
    windows.add(window);
    var opened = window.newPage();
    opened.onDialog(dialog -> {
      complaints.add("dialog: " + dialog.message());
      dialog.dismiss();
    });
    opened.onConsoleMessage(message -> complaints.add(message.text()));
    opened.onPageError(complaints::add);
    opened.onRequest(request -> {
      if (!request.url().startsWith(shortlist.address()) && !request.url().startsWith("blob:")) {
        complaints.add("foreign request: " + request.url());
      }
    });
    return opened;
  }

  /// Forgives complaints with these words, as the browser reports every refused request.
  void forgive(String words) {
    complaints.removeIf(complaint -> complaint.contains(words));
  }

  /// The page at `path` in light and dark, from a small telephone to 4K: it fits, breaks no rule of
  /// WCAG 2.2 AA, and is drawn to `target/screenshots`.
  void looksGood(String name, String path) {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(360, 390, 1440, 3840)) {
        var shown = window(width, scheme);
        shown.navigate(shortlist.address() + path);
        fits(shown);
        if (width == 390 || width == 1440) {
          obeysTheRules(shown);
        }
        shot(shown, "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)));
        shown.context().close();
      }
    }
  }

  static void fits(Page shown) {
    assertThat(shown.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("%s is wider than its window by", shown.url())
        .isEqualTo(0);
  }

  /// Holds what `shown` shows at this moment against the rules of WCAG 2.2 AA.
  static void obeysTheRules(Page shown) {
    // Its last step opens an empty page of its own, which the legacy mode does without.
    var found = new AxeBuilder(shown).withTags(RULES).setLegacyMode(true).analyze().getViolations();
    assertThat(found)
        .extracting(
            rule -> rule.getId() + ": " + rule.getNodes().stream().map(n -> n.getHtml()).toList())
        .as("rules broken on %s", shown.url())
        .isEmpty();
  }

  static void shot(Page shown, String name) {
    shown.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    var chromium = chromium();
    Assumptions.assumeTrue(
        chromium.isPresent(), "no Chromium was found: install it, or name it in CHROMIUM");
    var started =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    playwright = started;
    // As long as it takes on a busy machine: no test passes or fails by being quick.
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    browser =
        started
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(List.of("--no-sandbox")));
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    complaints.clear();
    page = window(1440, ColorScheme.LIGHT);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    windows.forEach(BrowserContext::close);
    windows.clear();
    assertThat(complaints).isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext test) {
    if (playwright != null) {
      playwright.close();
    }
  }

  private static Optional<Path> chromium() {
    return Stream.of(
            Optional.ofNullable(System.getenv("CHROMIUM")).orElse(""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
