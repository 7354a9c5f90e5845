package dev.shortlist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.shortlist.web.RealBrowser.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.screening.Screenings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A tour of the pages over the invented CVs: in every language, and as the pictures of
/// `docs/tour.md`, which `-Dshortlist.tour=docs/images` makes anew.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class TourBrowserTest {
  @RegisterExtension
  @Order(1)
  static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @RegisterExtension
  @Order(2)
  static final RealBrowser browser = new RealBrowser(shortlist);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final Path PICTURES =
      Path.of(System.getProperty("shortlist.tour", "target/screenshots/tour"));

  /// Words that English has, and neither German nor French.
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)\\b(the|this|that|these|which|with|without|does|is|are|and|of|from|asked|shown|years|nothing"
              + "|because|could|should|what|when|how|your|you|their|found|named|missing|required|not met|yes)\\b");

  /// In German, so that whatever is English on a page is ours.
  private static final String ASKED =
      """
      Buchhalterin oder Buchhalter in einem jungen Team

      Anforderungen
      - 5 Jahre Berufserfahrung in der Buchhaltung
      - Abgeschlossenes Bachelorstudium der Betriebswirtschaft oder vergleichbar
      - SAP, Excel und DATEV
      - Deutsch Muttersprache, Englisch B2
      - Teamfähigkeit
      - Führerschein Klasse B
      Wünschenswert
      - Power BI
      """;

  @TempDir static Path temp;
  private static AccountId account;
  private static Screening tour;
  private static Screening german;

  @BeforeAll
  static void two_screenings_are_done() throws Exception {
    account = shortlist.get(Accounts.class).local();
    var screenings = shortlist.get(Screenings.class);
    post("/sample", "job=job-descriptions%2Fbackend-developer.txt");
    tour = screenings.find(account, "1").orElseThrow();
    german = inGerman();
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> isDone("1") && isDone("2"));
  }

  private static boolean isDone(String number) {
    return shortlist.get(Screenings.class).find(account, number).orElseThrow().state()
        == State.COMPLETED;
  }

  private static Screening inGerman() throws IOException {
    var job = shortlist.get(JobDescriptions.class).create(account, null, ASKED, null);
    var made = shortlist.get(Screenings.class).create(account, null, job.id(), null);
    shortlist
        .get(Intake.class)
        .add(
            account,
            made.id(),
            List.of(
                upload("eins.txt", cv("Anna Bogen", "Buchhalterin", "SAP und DATEV", 2014)),
                upload("zwei.txt", cv("Bert Kessel", "Koch", "Brot und Kuchen", 2021)),
                upload("kopie.txt", cv("Bert Kessel", "Koch", "Brot und Kuchen", 2021)),
                upload("leer.pdf", ""),
                upload("kaputt.docx", "kein Word")));
    return made;
  }

  private static Upload upload(String name, String text) throws IOException {
    return new Upload(name, Files.writeString(temp.resolve(name), text));
  }

  private static String cv(String name, String title, String skills, int since) {
    return """
    %s
    %s@example.com

    Berufserfahrung
    %s, Beispiel GmbH, %s - heute
    - Betreute %s im Alltag

    Ausbildung
    Bachelor Betriebswirtschaft, Hochschule Beispielstadt, 2010 - 2013

    Kenntnisse
    %s, Excel

    Sprachen
    Deutsch (Muttersprache)
    """
        .formatted(
            name, name.toLowerCase(Locale.ROOT).replace(' ', '.'), title, since, skills, skills);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr"})
  void no_page_and_no_report_in_another_language_says_anything_in_english(String language)
      throws Exception {
    var english = new ArrayList<String>();
    for (var path : pages()) {
      var page = Jsoup.parse(get(path, language));
      // Skills are called what the taxonomy calls them.
      page.select("code, script, style, .languages, .people .chips").remove();
      english(page.text()).forEach(words -> english.add(path + ": " + words));
      for (var name : List.of("title", "aria-label", "placeholder")) {
        page.select("[" + name + "]")
            .forEach(one ->
                english(one.attr(name))
                    .forEach(words -> english.add(path + ", " + name + ": " + words)));
      }
    }
    assertThat(english).isEmpty();
  }

  /// What is said when a page cannot be shown, when a form is refused, and by the API to a page.
  @ParameterizedTest
  @ValueSource(strings = {"de", "fr"})
  void no_refusal_in_another_language_says_anything_in_english(String language) throws Exception {
    var nobody = "01a205ab-373a-7003-a60d-496193cf5e43";
    var english = new ArrayList<String>();
    for (var path :
        List.of(
            "/nowhere",
            "/screenings/999",
            "/screenings/999/what-if",
            "/screenings/2/applications/" + nobody,
            "/screenings/2/applications/nobody",
            "/screenings/2/applications/" + nobody + "/explanation.html",
            "/screenings/2/compare?with=" + nobody,
            "/job-descriptions/999",
            "/settings/webhooks/" + nobody,
            "/api/v1/job-descriptions/999",
            "/api/v1/job-descriptions/999?revision=x",
            "/api/v1/screenings?limt=5")) {
      var answer = ask(path, language, HttpRequest.newBuilder().GET());
      assertThat(answer.statusCode()).as(path).isBetween(400, 499);
      english(said(answer)).forEach(words -> english.add(path + ": " + words));
    }
    for (var form :
        Map.of(
                "/settings/webhooks", "url=ftp%3A%2F%2Fexample.com&events=DECISION_MADE",
                "/settings/users", "email=nobody&name=X&role=VIEWER",
                "/sample", "job=none.txt")
            .entrySet()) {
      var answer =
          ask(
              form.getKey(),
              language,
              HttpRequest.newBuilder()
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form.getValue())));
      assertThat(answer.statusCode()).as(form.getKey()).isBetween(400, 499);
      english(said(answer)).forEach(words -> english.add(form.getKey() + ": " + words));
    }
    assertThat(english).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr"})
  void no_pdf_in_another_language_says_anything_in_english(String language) throws Exception {
    var english = new ArrayList<String>();
    for (var path :
        List.of(
            "/screenings/" + german.number() + "/report.pdf",
            people(german).getFirst() + "/explanation.pdf")) {
      var request =
          HttpRequest.newBuilder(URI.create(shortlist.address() + path))
              .header("Accept-Language", language)
              .build();
      var pdf = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      try (var document = Loader.loadPDF(pdf)) {
        english(new PDFTextStripper().getText(document))
            .forEach(words -> english.add(path + ": " + words));
      }
    }
    assertThat(english).isEmpty();
  }

  private static String said(HttpResponse<String> answer) {
    if (answer.body().startsWith("{")) {
      return answer.body().replaceAll(".*\"detail\":\"((?:[^\"\\\\]|\\\\.)*)\".*", "$1");
    }
    var page = Jsoup.parse(answer.body());
    page.select("code, script, style, .languages").remove();
    return page.text();
  }

  private static HttpResponse<String> ask(String path, String language, HttpRequest.Builder request)
      throws Exception {
    return CLIENT.send(
        request
            .uri(URI.create(shortlist.address() + path))
            .header("Accept-Language", language)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static List<String> english(String text) {
    return ENGLISH
        .matcher(text)
        .results()
        .map(found ->
            text.substring(
                Math.max(0, found.start() - 40), Math.min(text.length(), found.end() + 40)))
        .toList();
  }

  private static List<String> pages() {
    String screening = "/screenings/" + german.number();
    var paths =
        new ArrayList<>(
            List.of(
                "/",
                "/screenings",
                screening,
                screening + "?view=board",
                screening + "/files",
                screening + "/compare",
                screening + "/what-if",
                screening + "/report.html",
                "/job-descriptions",
                "/job-descriptions/" + 2,
                "/candidates",
                "/settings",
                "/settings/users",
                "/settings/keys",
                "/settings/webhooks",
                "/settings/model",
                "/settings/operations",
                "/settings/audit"));
    people(german)
        .forEach(person -> {
          paths.add(person);
          paths.add(person + "/explanation.html");
        });
    return paths;
  }

  private static List<String> people(Screening screening) {
    return shortlist.get(Applications.class).ranking(account, screening.id(), 0, 3).stream()
        .map(one ->
            "/screenings/%d/applications/%s".formatted(screening.number(), one.application().id()))
        .toList();
  }

  @Test
  void the_pictures_of_the_tour_are_drawn() {
    var best = people(tour);
    var page = browser.page();
    page.setViewportSize(1440, 1000);
    draw(page, "/", "start");
    page.navigate(shortlist.address() + best.getFirst());
    page.locator("button.part").nth(1).click();
    assertThat(page.locator(".lit").first()).isVisible(SOON);
    page.waitForFunction(
        "document.querySelector('.paper img').naturalWidth > 0",
        null,
        new Page.WaitForFunctionOptions().setTimeout(60_000));
    shot(page, "candidate");
    page.navigate(shortlist.address() + "/screenings/" + tour.number());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show names")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hide names")))
        .isVisible(SOON);
    shot(page, "screening");
    draw(page, "/job-descriptions/1", "card");
    draw(page, "/screenings/1/what-if", "what-if");
    draw(
        page,
        "/screenings/1/compare?with="
            + String.join("&with=", best.stream().map(one -> one.replaceAll(".*/", "")).toList()),
        "compare");
    var dark = browser.window(1440, ColorScheme.DARK);
    dark.setViewportSize(1440, 1000);
    draw(dark, "/screenings/1?view=board", "board-dark");
  }

  private static void draw(Page page, String path, String name) {
    page.navigate(shortlist.address() + path);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    shot(page, name);
  }

  private static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  private static String get(String path, String language) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(shortlist.address() + path))
            .header("Accept-Language", language)
            .build();
    var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  private static void post(String path, String form) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(shortlist.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", shortlist.address())
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isBetween(200, 399);
  }
}
