package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import dev.shortlist.blind.Blind;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit calls BeforeAll first
class ReportControllerTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private static HttpCalls calls;
  private static AccountId account;
  private static Screening screening;

  @BeforeAll
  static void two_cvs_and_an_empty_file() {
    calls = new HttpCalls(shortlist.address());
    account = shortlist.get(Accounts.class).local();
    var made =
        calls.post(
            "/api/v1/screenings",
            new Multipart()
                .field("jobDescriptionText", "Baker\n\nRequirements\n- Baking\n- Excel\n")
                .file(
                    "files",
                    "ann.txt",
                    "Ann Archer\nann@example.com\n\nSkills\nBaking <b>bread</b>\n")
                .file("files", "bob.txt", "Bob Brewer\nbob@example.com\n\nSkills\nExcel\n")
                .file("files", "empty.txt", ""));
    assertThat(made.status()).isLessThan(300);
    screening = shortlist.get(Screenings.class).list(account, 1).getFirst();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            shortlist
                    .get(Screenings.class)
                    .find(account, screening.id().toString())
                    .orElseThrow()
                    .state()
                == Screening.State.COMPLETED);
  }

  @Test
  void a_blind_report_tells_no_names_and_an_open_one_does() {
    String path = "/screenings/" + screening.number() + "/report.html";
    shortlist.get(Blind.class).show(account, screening.id(), false, "test");

    var hidden = calls.get(path);
    shortlist.get(Blind.class).show(account, screening.id(), true, "test");
    var open = calls.get(path);

    assertThat(hidden.response().body())
        .doesNotContain("Archer", "Brewer", "example.com", "ann.txt");
    assertThat(open.header("Content-Disposition")).startsWith("attachment");
    assertThat(open.response().body())
        .contains("Ann Archer", "Bob Brewer", "empty.txt", "&lt;b&gt;bread")
        .doesNotContain("<script", "http://", "src=");
  }

  @Test
  void a_printed_report_is_as_blind_as_the_page() throws Exception {
    String path = "/screenings/" + screening.number() + "/report.pdf";
    shortlist.get(Blind.class).show(account, screening.id(), false, "test");
    var hidden = printed(path);
    shortlist.get(Blind.class).show(account, screening.id(), true, "test");

    assertThat(hidden)
        .contains("Candidate")
        .doesNotContain("Archer", "Brewer", "example.com", "ann.txt");
    assertThat(printed(path)).contains("Ann Archer", "Bob Brewer", "empty.txt");
  }

  @Test
  void a_printed_explanation_speaks_of_one_person_only() throws Exception {
    shortlist.get(Blind.class).show(account, screening.id(), true, "test");
    var first = shortlist.get(Applications.class).ranking(account, screening.id(), 0, 1).getFirst();
    var name = first.profile().contact().name();
    String other = name != null && name.value().equals("Ann Archer") ? "Bob" : "Ann";

    assertThat(
            printed(
                "/screenings/%d/applications/%s/explanation.pdf"
                    .formatted(screening.number(), first.application().id())))
        .contains("How your application was read")
        .doesNotContain(other);
  }

  /// All that can be taken out of a PDF: its text, and its bytes and properties.
  private static String printed(String path) throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(shortlist.address() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    try (var pdf = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(pdf)
          + pdf.getDocumentInformation().getCOSObject()
          + new String(answer.body(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void an_explanation_speaks_of_one_person_only() {
    shortlist.get(Blind.class).show(account, screening.id(), true, "test");
    var first = shortlist.get(Applications.class).ranking(account, screening.id(), 0, 1).getFirst();
    var name = first.profile().contact().name();
    String other = name != null && name.value().equals("Ann Archer") ? "Bob" : "Ann";

    String sheet =
        calls
            .get(
                "/screenings/%d/applications/%s/explanation.html"
                    .formatted(screening.number(), first.application().id()))
            .response()
            .body();

    assertThat(sheet)
        .contains(
            "How your application was read", "a person decides", name == null ? "" : name.value());
    assertThat(sheet).doesNotContain(other, "Ask in the interview");
  }

  @Test
  void what_is_not_there_is_a_page_that_says_so() {
    assertThat(calls.get("/screenings/999/report.html").status()).isEqualTo(404);
    assertThat(
            calls
                .get(
                    "/screenings/%d/applications/%s/explanation.html"
                        .formatted(screening.number(), account.value()))
                .status())
        .isEqualTo(404);
  }
}
