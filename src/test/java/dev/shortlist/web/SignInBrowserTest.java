package dev.shortlist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.accounts.Links;
import dev.shortlist.accounts.Role;
import dev.shortlist.accounts.SignIn;
import dev.shortlist.accounts.Users;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit calls BeforeAll first
class SignInBrowserTest {
  private static final String CV = "Ann Archer, SAP and Excel";
  private static final String PASSWORD = "correct horse battery";
  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

  @RegisterExtension
  static final RunningShortlist shortlist = new RunningShortlist(Map.of("shortlist.sign-in", "on"));

  private static Playwright playwright;
  private static Browser browser;
  private BrowserContext window;
  private Page page;
  private String email;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM), "no Chromium was found: name it in CHROMIUM");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void an_owner_and_a_window() {
    email = "o%s@example.com".formatted(UUID.randomUUID());
    var accounts = shortlist.get(Accounts.class);
    var owner = shortlist.get(Users.class).add(accounts.local(), email, "Olga Owner", Role.OWNER);
    shortlist
        .get(SignIn.class)
        .setPassword(shortlist.get(Links.class).create(owner).value(), PASSWORD);
    window = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 860));
    page = window.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
  }

  @AfterEach
  void close() {
    window.close();
    // The browser reports every refused request to its console.
    complaints.removeIf(message -> message.contains("status of 401"));
    assertThat(complaints).isEmpty();
  }

  @Test
  void in_to_work_and_out_again() {
    page.navigate(shortlist.address() + "/settings");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password").fill("a wrong password");
    press("Sign in");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not fit together");
    shot("sign-in");

    page.getByLabel("Password").fill(PASSWORD);
    press("Sign in");
    assertThat(page).hasURL(Pattern.compile(".*/settings$"));
    assertThat(page.getByText("Olga Owner")).isVisible();
    shot("settings");

    page.navigate(shortlist.address());
    page.getByRole(AriaRole.BUTTON, named("Try it with the sample")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
    assertThat(page.locator("#progress")).isVisible();

    page.navigate(shortlist.address() + "/settings");
    press("Sign out");
    page.navigate(shortlist.address());
    assertThat(page).hasURL(Pattern.compile(".*/sign-in$"));
  }

  @Test
  void an_upload_from_the_page_is_believed() {
    signIn();
    page.navigate(shortlist.address());
    page.locator("#files")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload(
                "ann.txt", "text/plain", CV.getBytes(StandardCharsets.UTF_8)));
    page.getByLabel("Text of the job description").fill("Requirements: SAP, Excel");
    page.getByRole(AriaRole.BUTTON, named("Screen")).click();
    page.waitForURL(Pattern.compile(".*/screenings/\\d+"));
  }

  @Test
  void an_invitation_a_key_and_what_the_log_says_of_them() {
    signIn();
    page.navigate(shortlist.address() + "/settings/users");
    page.getByLabel("E-mail address").fill("new%s@example.com".formatted(UUID.randomUUID()));
    press("Make a link");
    String link = page.locator(".secret").innerText();
    assertThat(link).contains("/welcome/");
    shot("users");

    page.navigate(shortlist.address() + "/settings/keys");
    page.getByLabel("What it is for").fill("crawler");
    press("Make the key");
    assertThat(page.locator(".secret")).containsText("sl_");
    shot("keys");
    page.navigate(shortlist.address() + "/settings/audit");
    assertThat(page.getByText("key.created").first()).isVisible();
    shot("audit");

    try (var other = browser.newContext()) {
      var invited = other.newPage();
      invited.navigate(link.replaceFirst("http://[^/]+", shortlist.address()));
      invited.getByLabel("Password").first().fill(PASSWORD);
      invited.getByLabel("The same again").fill(PASSWORD);
      invited.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/welcome.png")));
      invited.getByRole(AriaRole.BUTTON, named("Set the password")).click();
      assertThat(invited.getByRole(AriaRole.HEADING, named("Sign in"))).isVisible();
    }
  }

  private void signIn() {
    page.navigate(shortlist.address() + "/sign-in");
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password").fill(PASSWORD);
    press("Sign in");
    assertThat(page).hasURL(shortlist.address() + "/");
  }

  private void press(String button) {
    page.getByRole(AriaRole.BUTTON, named(button)).click();
  }

  private void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + ".png")));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
