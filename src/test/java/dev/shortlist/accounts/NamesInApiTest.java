package dev.shortlist.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.blind.Blind;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.pool.PoolRankings;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Where the pages hide names, the API tells them to programs, which write to people, and not to
/// persons who signed in, who judge them.
@SuppressWarnings("NullAway.Init") // JUnit fills in
class NamesInApiTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String[] TELLING = {"Quillon", "Varga", "qv@example.com", "qv-cv"};

  @RegisterExtension
  static final RunningShortlist shortlist = new RunningShortlist(Map.of("shortlist.sign-in", "on"));

  @TempDir static Path temp;
  private static AccountId account;
  private static Screening screening;
  private static ApplicationId application;
  private static Visitor person;
  private static Visitor program;
  private static List<String> addresses;

  @BeforeAll
  static void somebody_applied() throws IOException {
    account = shortlist.get(Accounts.class).local();
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, null, "Accountant\nRequirements\n- SAP\n- Excel", null);
    var screenings = shortlist.get(Screenings.class);
    screening = screenings.create(account, null, job.id(), null);
    shortlist
        .get(Intake.class)
        .add(account, screening.id(), List.of(new Upload("qv-cv.txt", cv())));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            screenings.find(account, screening.id().toString()).orElseThrow().state()
                == Screening.State.COMPLETED);
    var pool = shortlist.get(PoolRankings.class);
    pool.begin(account, job);
    await().atMost(Duration.ofSeconds(60)).until(() -> !pool.get(account, job).isRunning());
    application =
        shortlist.get(Applications.class).list(account, screening.id(), null, 1).getFirst().id();
    person = signedIn();
    program =
        Visitor.program(
            shortlist.address(),
            shortlist
                .get(ApiKeys.class)
                .create(account, "program", Role.RECRUITER, null, "test")
                .secret()
                .value());
    addresses =
        List.of(
            "/screenings/1/applications",
            "/screenings/1/applications?stage=COMPLETED&q=Quillon",
            "/screenings/1/what-if",
            "/applications/" + application,
            "/applications/" + application + "/resume.json",
            "/candidates",
            "/candidates?q=Quillon",
            "/candidates/1",
            "/job-descriptions/1/pool");
  }

  @AfterEach
  void names_are_hidden_again() {
    shortlist.get(Blind.class).show(account, screening.id(), false, "test");
  }

  @Test
  void a_person_reads_no_name_that_the_pages_hide() {
    for (String address : addresses) {
      var answer = person.get("/api/v1" + address);

      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(answer.body()).as(address).doesNotContain(TELLING);
    }
  }

  @Test
  void a_person_reads_the_names_once_they_are_shown() {
    shortlist.get(Blind.class).show(account, screening.id(), true, "test");

    for (String address : addresses) {
      assertThat(person.get("/api/v1" + address).body()).as(address).contains("Quillon");
    }
  }

  @Test
  void a_program_reads_them_always() {
    for (String address : addresses) {
      assertThat(program.get("/api/v1" + address).body()).as(address).contains("Quillon");
    }
  }

  @Test
  void names_that_are_hidden_give_no_order() {
    var answer = person.get("/api/v1/screenings/1/applications?order=name");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("order by score");
  }

  @Test
  void the_events_of_a_person_or_a_page_call_files_by_number() throws Exception {
    assertThat(firstEvent("")).contains("1.txt").doesNotContain("qv-cv");
    assertThat(firstEvent("?names=hidden")).contains("1.txt").doesNotContain("qv-cv");
  }

  /// The connection is closed once the first event has come.
  private static String firstEvent(String query) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create(shortlist.address() + "/api/v1/screenings/1/events" + query))
              .header("Accept", "text/event-stream")
              .header("Sec-Fetch-Site", "same-origin")
              .header("Cookie", person.cookies())
              .build();
      try (var lines = client.send(request, BodyHandlers.ofLines()).body()) {
        return lines.filter(line -> line.startsWith("data:")).findFirst().orElseThrow();
      } finally {
        client.shutdownNow();
      }
    }
  }

  private static Visitor signedIn() {
    var owner = shortlist.get(Users.class).add(account, "judge@example.com", "Jo", Role.RECRUITER);
    var link = shortlist.get(Links.class).create(owner).value();
    shortlist.get(SignIn.class).setPassword(link, PASSWORD);
    var browser = Visitor.browser(shortlist.address()).with("Accept", "*/*");
    browser.post("/sign-in", Map.of("email", "judge@example.com", "password", PASSWORD));
    return browser;
  }

  private static Path cv() throws IOException {
    return Files.writeString(
        temp.resolve("qv-cv.txt"),
        """
        Quillon Varga
        qv@example.com

        Experience
        Accountant, Example GmbH
        03/2015 - 02/2020
        - Closed the books each month in SAP and Excel

        Education
        Bachelor of Accounting, 2014

        Skills
        SAP, Excel
        """);
  }
}
