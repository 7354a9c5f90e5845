package dev.shortlist.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.shortlist.RunningShortlist;
import dev.shortlist.SettableClock;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.Role;
import dev.shortlist.api.HttpCalls.Multipart;
import dev.shortlist.applicants.Applicants;
import dev.shortlist.blind.Blind;
import dev.shortlist.database.Tenancy;
import dev.shortlist.database.Vault;
import dev.shortlist.mail.CandidateMails;
import dev.shortlist.mail.Letterheads;
import dev.shortlist.mail.MailKind;
import dev.shortlist.mail.MailTemplates;
import dev.shortlist.notify.Emails;
import dev.shortlist.opening.OpeningRefused.Why;
import dev.shortlist.retention.Erasure;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.screening.Stage;
import dev.shortlist.screening.StoredJobDescription;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Pages to apply on, as strangers use them while everybody else signs in.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class OpeningTest {
  private static final GreenMail server = started();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String CV =
      "Ann Archer\nann.archer@example.com\n\nExperience\nAccountant, Heron Ltd, 2019 - 2024\n\nSkills\nSAP, Excel, bookkeeping\n";

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of(
              "shortlist.sign-in", "on",
              "shortlist.apply.limit", "100KB",
              "shortlist.apply.fastest", "1h", // a form shown just now is too quick on any machine
              "shortlist.mail.host", "127.0.0.1",
              "shortlist.mail.port", Integer.toString(server.getSmtp().getPort()),
              "shortlist.mail.start-tls", "false",
              "shortlist.mail.from", "hr@example.com",
              "shortlist.forwarded-headers", "native"));

  private final Openings openings = shortlist.get(Openings.class);
  private AccountId account;
  private StoredJobDescription job;
  private Opening opening;
  private String visitor;
  private static int visitors;

  private static GreenMail started() {
    var made = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    made.start();
    return made;
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void a_page_is_open() {
    account = new AccountId(shortlist.database().account());
    shortlist.get(Letterheads.class).set(account, "Heron & Sons", "jobs@example.com");
    job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, "Accountant", "Accountant\n\nRequirements\n- SAP\n", null);
    opening = openings.open(job, account, "Accountant", "We look for <b>somebody</b>.", null);
    // Each test is a visitor of its own, as an address may not send much.
    visitor = "10.0.0." + ++visitors;
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(shortlist.address() + path)));
  }

  private HttpResponse<String> post(Multipart form) {
    return send(
        HttpRequest.newBuilder(URI.create(shortlist.address() + opening.path()))
            .header("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.whole())));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(
          request.header("Accept", "text/html").header("X-Forwarded-For", visitor).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// As a form that was shown that long ago carries it.
  private String token(Duration ago) {
    var clock = new SettableClock(Instant.now().minus(ago));
    return new FormTokens(shortlist.get(Vault.class), clock)
        .create(opening, shortlist.get(Consents.class).current(account, "en"));
  }

  private Multipart form() {
    return form("Ann Archer", "Ann.Archer@example.com", token(Duration.ofHours(2)));
  }

  private static Multipart form(String name, String email, String token) {
    return new Multipart()
        .field("token", token)
        .field("name", name)
        .field("email", email)
        .field("website", "")
        .field("agreed", "true");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private String receipt(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return location(answer).replaceFirst(".*/receipts/", "");
  }

  private int applications() {
    return screenings().stream()
        .mapToInt(screening -> shortlist.get(Applicants.class).of(account, screening.id()).size())
        .sum();
  }

  private List<Screening> screenings() {
    return shortlist.get(Screenings.class).of(account, job.id());
  }

  @Test
  void a_stranger_sees_the_public_text_and_what_is_taken() {
    var page = get(opening.path());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Accountant", "We look for &lt;b&gt;somebody&lt;/b&gt;.", "Heron &amp; Sons")
        .contains("PDF, DOCX, DOC, ODT, RTF, TXT", "100 kB")
        .doesNotContain("<script", "SAP");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void an_application_is_taken_read_and_confirmed() throws Exception {
    var answer = post(form().file("cv", "ann.txt", CV));

    var receipt = receipt(answer);
    assertThat(receipt).matches("([2-9A-Z]{4}-){3}[2-9A-Z]{4}");
    var page = get(opening.path() + "/receipts/" + receipt);
    assertThat(page.body()).contains(receipt, "jobs@example.com", "deleted");
    assertThat(screenings()).hasSize(1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            shortlist
                    .get(Screenings.class)
                    .progress(account, screenings().getFirst().id())
                    .finished()
                == 1);
    var applicant =
        shortlist.get(Applicants.class).of(account, screenings().getFirst().id()).getFirst();
    var arrival =
        shortlist.get(Arrivals.class).find(account, applicant.application().id()).orElseThrow();
    assertThat(arrival.email()).isEqualTo("ann.archer@example.com");
    assertThat(arrival.version()).isEqualTo(1);
    assertThat(shortlist.get(Consents.class).find(account, "en", 1).orElseThrow().text())
        .contains("CV");
    var mail = shortlist.get(Emails.class).list(account, 10).getFirst();
    assertThat(mail.subject()).isEqualTo("We have your application: Accountant");
    assertThat(mail.body()).contains("Dear Ann Archer,", receipt, "jobs@example.com");
    assertThat(mail.recipient()).isEqualTo("ann.archer@example.com");
  }

  @Test
  void the_same_file_again_gives_the_same_receipt_and_no_second_mail() {
    var first = receipt(post(form().file("cv", "ann.txt", CV)));

    var again = receipt(post(form().file("cv", "other name.txt", CV)));

    assertThat(again).isEqualTo(first);
    assertThat(applications()).isEqualTo(1);
    assertThat(shortlist.get(Emails.class).list(account, 10)).hasSize(1);
  }

  /// A CV somebody else had sent: the sender sees what everybody sees, and moves nothing.
  @Test
  void who_sends_the_cv_of_another_person_learns_and_changes_nothing() {
    post(form().file("cv", "ann.txt", CV));

    var other =
        post(form("Eve", "eve@example.com", token(Duration.ofHours(2))).file("cv", "ann.txt", CV));

    var page = get(opening.path() + "/receipts/" + receipt(other)).body();
    assertThat(page).doesNotContainIgnoringCase("archer");
    assertThat(applications()).isEqualTo(1);
    var application =
        shortlist
            .get(Applicants.class)
            .of(account, screenings().getFirst().id())
            .getFirst()
            .application();
    shortlist.get(Blind.class).show(account, screenings().getFirst().id(), true, "local");
    var draft =
        shortlist
            .get(CandidateMails.class)
            .preview(
                new Principal(account, new Principal.Caller.Local(), Role.OWNER),
                List.of(application.id()),
                shortlist.get(MailTemplates.class).get(account, MailKind.INVITE, "en"))
            .getFirst();
    assertThat(draft.recipient()).isEqualTo("ann.archer@example.com");
  }

  private void isRefused(Multipart form, String words) {
    var answer = post(form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Nothing was sent.", words);
    assertThat(applications()).isZero();
    assertThat(shortlist.get(Emails.class).list(account, 10)).isEmpty();
  }

  @Test
  void a_form_sent_quicker_than_people_are_is_asked_again() {
    String shown =
        get(opening.path()).body().replaceFirst("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
    isRefused(form("Ann", "ann@example.com", shown).file("cv", "a.txt", CV), "quicker than people");
  }

  @Test
  void a_form_of_our_own_making_is_the_only_one_taken() {
    isRefused(form("Ann", "ann@example.com", "v1:made-up").file("cv", "a.txt", CV), "too long");
    isRefused(form("Ann", "ann@example.com", "").file("cv", "a.txt", CV), "too long");
    isRefused(
        form("Ann", "ann@example.com", token(Duration.ofHours(25))).file("cv", "a.txt", CV),
        "too long");
    var other = opening;
    opening = new Opening(account, 1, "of-another-page", "x", "x", 0, null, null);
    String foreign = token(Duration.ofHours(2));
    opening = other;
    isRefused(form("Ann", "ann@example.com", foreign).file("cv", "a.txt", CV), "too long");
  }

  @Test
  void a_program_that_fills_every_field_is_told_so() {
    isRefused(
        new Multipart()
            .field("token", token(Duration.ofHours(2)))
            .field("name", "Ann")
            .field("email", "ann@example.com")
            .field("agreed", "true")
            .field("website", "http://x")
            .file("cv", "a.txt", CV),
        "A field that nobody sees");
  }

  @Test
  void what_is_missing_is_said_and_what_was_written_stays() {
    var answer =
        post(
            new Multipart()
                .field("token", token(Duration.ofHours(2)))
                .field("name", "Visit www.example.com now")
                .field("email", "ann@example.com, eve@example.com"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Write your name", "Write one e-mail address", "Choose the file")
        .contains("Without your agreement", "Visit www.example.com now");
    assertThat(applications()).isZero();
  }

  @Test
  void a_file_must_be_what_its_name_says_and_of_a_kind_we_take() {
    isRefused(form().file("cv", "cv.zip", CV), "none of the kinds");
    isRefused(form().file("cv", "cv.pdf", CV), "none of the kinds");
    isRefused(form().file("cv", "cv.docx", CV), "none of the kinds");
    isRefused(form().file("cv", "cv.txt", "%PDF-1.7 not text"), "none of the kinds");
    isRefused(
        form().file("cv", "cv.docx", dev.shortlist.api.HttpCalls.zip(Map.of("a.txt", CV))),
        "none of the kinds");
    isRefused(form().file("cv", "../../cv.exe", new byte[] {'M', 'Z', 0, 1}), "none of the kinds");
  }

  @Test
  void a_file_beyond_the_limit_is_refused_before_it_is_read() {
    isRefused(form().file("cv", "cv.txt", "x".repeat(101 << 10)), "too large");

    var answer = post(form().file("cv", "cv.txt", "x".repeat(400 << 10)));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(get(location(answer)).body()).contains("too large");
  }

  @Test
  void one_address_may_not_send_much() {
    for (int i = 0; i < 20; i++) {
      assertThat(post(form()).statusCode()).isEqualTo(422);
    }

    var answer = post(form().file("cv", "a.txt", CV));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).doesNotContain("/settings");
    assertThat(applications()).isZero();
  }

  @Test
  void a_text_to_agree_to_that_changed_meanwhile_is_read_again() {
    String shown = token(Duration.ofHours(2));
    shortlist.get(Consents.class).write(account, "en", "Another text.");

    isRefused(form("Ann", "ann@example.com", shown).file("cv", "a.txt", CV), "has changed");
    receipt(post(form().file("cv", "a.txt", CV)));
    shortlist.get(Consents.class).write(account, "en", "A third text.");

    assertThat(shortlist.get(Consents.class).find(account, "en", 1).orElseThrow().text())
        .isEqualTo("Another text.");
    assertThat(shortlist.get(Consents.class).current(account, "en").version()).isEqualTo(2);
  }

  @Test
  void a_closed_page_takes_nothing_and_an_unknown_one_is_not_there() {
    openings.close(account, job.number());

    assertThat(get(opening.path()).statusCode()).isEqualTo(410);
    assertThat(post(form().file("cv", "a.txt", CV)).statusCode()).isEqualTo(410);
    assertThat(applications()).isZero();
    assertThat(get("/apply/nobody-has-this").statusCode()).isEqualTo(404);
    assertThat(get(opening.path() + "/receipts/K7QM-2XRB-9TFD-HW4P").statusCode()).isEqualTo(404);
    var again = openings.open(job, account, "Accountant", "Again.", null);
    assertThat(again.reference()).isEqualTo(opening.reference());
  }

  @Test
  void a_page_closes_after_its_last_day_and_with_its_job_description() {
    var day = LocalDate.of(2026, 3, 31);
    var dated = new Opening(account, 1, "x", "x", "x", 0, day, null);
    assertThat(dated.takes(day)).isTrue();
    assertThat(dated.takes(day.plusDays(1))).isFalse();

    shortlist.get(JobDescriptions.class).close(account, job.id());

    assertThat(get(opening.path()).statusCode()).isEqualTo(410);
  }

  @Test
  void a_page_is_not_opened_without_saying_who_asks_or_until_yesterday() {
    assertThatThrownBy(() -> openings.open(job, account, "A", "B", LocalDate.of(2020, 1, 1)))
        .isInstanceOfSatisfying(
            OpeningRefused.class, refused -> assertThat(refused.why()).isEqualTo(Why.PAST));
    var stranger = new AccountId(shortlist.database().account());
    assertThatThrownBy(() -> openings.open(job, stranger, "A", "B", null))
        .isInstanceOfSatisfying(
            OpeningRefused.class,
            refused -> assertThat(refused.why()).isEqualTo(Why.NO_LETTERHEAD));
  }

  @Test
  void what_an_applicant_wrote_goes_with_the_screening() {
    String canary = "canary" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    receipt(
        post(
            form("Zed " + canary, canary + "@example.com", token(Duration.ofHours(2)))
                .file("cv", "z.txt", CV.replace("Ann", "Zed").replace("ann.archer", canary))));
    assertThat(tablesWith(canary)).contains("arrival", "email");

    shortlist.get(Erasure.class).screening(account, screenings().getFirst().id());

    assertThat(tablesWith(canary)).isEmpty();
  }

  /// As a file with nothing that can be read: a picture in a PDF's clothes.
  private String sentUnreadable(String email) {
    var receipt =
        receipt(
            post(
                form("Zed", email, token(Duration.ofHours(2)))
                    .file("cv", "scan.pdf", "%PDF-1.7\n" + email)));
    readAll();
    return receipt;
  }

  private void readAll() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          var progress =
              shortlist.get(Screenings.class).progress(account, screenings().getFirst().id());
          return progress.finished() == progress.total();
        });
  }

  private Sent sent(String receipt) {
    return shortlist.get(Senders.class).find(account, receipt).orElseThrow();
  }

  @Test
  void a_sender_nobody_could_read_is_forgotten_by_the_receipt() {
    String canary = "canary" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    var receipt = sentUnreadable(canary + "@example.com");
    assertThat(tablesWith(canary)).contains("arrival", "email");
    assertThat(sent(receipt).stage()).isEqualTo(Stage.NEEDS_REVIEW);

    var gone = shortlist.get(Senders.class).erase(account, sent(receipt));

    assertThat(gone.applications()).isEqualTo(1);
    assertThat(gone.files()).isEqualTo(1);
    assertThat(applications()).isZero();
    assertThat(tablesWith(canary)).isEmpty();
    assertThat(get(opening.path() + "/receipts/" + receipt).statusCode()).isEqualTo(404);
  }

  @Test
  void who_goes_takes_nothing_of_others_who_sent_the_same_file() {
    var first = receipt(post(form().file("cv", "ann.txt", CV)));
    readAll();
    var second =
        receipt(
            post(
                form("Eve", "eve@example.com", token(Duration.ofHours(2)))
                    .file("cv", "a.txt", CV)));
    assertThat(sent(first).others()).isEqualTo(1);
    assertThat(sent(second).first()).isFalse();

    shortlist.get(Senders.class).erase(account, sent(second));
    assertThat(applications()).isEqualTo(1);
    assertThat(shortlist.get(Emails.class).list(account, 10))
        .extracting(mail -> mail.recipient())
        .containsExactly("ann.archer@example.com");

    second =
        receipt(
            post(
                form("Eve", "eve@example.com", token(Duration.ofHours(2)))
                    .file("cv", "a.txt", CV)));
    shortlist.get(Senders.class).erase(account, sent(first));
    assertThat(applications()).isEqualTo(1);
    assertThat(sent(second).first()).isTrue();
    shortlist.get(Senders.class).erase(account, sent(second));
    assertThat(applications()).isZero();
  }

  @Test
  void an_application_is_found_by_its_receipt_however_it_is_written_and_in_this_account_alone() {
    var receipt = receipt(post(form().file("cv", "ann.txt", CV)));
    String spoken = receipt.toLowerCase(Locale.ROOT).replace("-", " ");

    assertThat(sent(spoken).arrival().email()).isEqualTo("ann.archer@example.com");
    var stranger = new AccountId(shortlist.database().account());
    assertThat(shortlist.get(Senders.class).find(stranger, receipt)).isEmpty();
    assertThat(shortlist.get(Senders.class).find(account, "' or true --")).isEmpty();
    var found = get(opening.path() + "/receipts?number=" + spoken.replace(" ", "%20"));
    assertThat(location(found)).endsWith(opening.path() + "/receipts/" + receipt);
    assertThat(get(opening.path() + "/receipts?number=nothing").statusCode()).isEqualTo(404);
  }

  private Fate fate(String receipt, Duration later) {
    var clock = new SettableClock(Instant.now().plus(later));
    return new Senders(
            shortlist.get(JdbcClient.class),
            shortlist.get(Tenancy.class),
            shortlist.get(Arrivals.class),
            shortlist.get(Erasure.class),
            shortlist.get(OpeningSettings.class),
            shortlist.get(Audit.class),
            clock)
        .fate(opening, sent(receipt).arrival());
  }

  @Test
  void who_applied_is_told_how_far_it_is_and_nothing_before_a_while_is_over() {
    var readable = receipt(post(form().file("cv", "ann.txt", CV)));
    var unreadable = sentUnreadable("zed@example.com");

    assertThat(fate(readable, Duration.ofMinutes(1))).isEqualTo(Fate.RECEIVED);
    assertThat(fate(unreadable, Duration.ofMinutes(1))).isEqualTo(Fate.RECEIVED);
    assertThat(fate(readable, Duration.ofHours(1))).isEqualTo(Fate.READ);
    assertThat(fate(unreadable, Duration.ofHours(1))).isEqualTo(Fate.UNREADABLE);
    assertThat(get(opening.path() + "/receipts/" + readable).body())
        .contains("waits to be read")
        .doesNotContain("Your CV was read");
  }

  /// Else whoever has a CV could ask whether its person applied.
  @Test
  void a_file_that_was_known_already_is_read_no_sooner_than_others() {
    receipt(post(form().file("cv", "ann.txt", CV)));
    readAll();
    var again =
        receipt(
            post(
                form("Eve", "eve@example.com", token(Duration.ofHours(2)))
                    .file("cv", "a.txt", CV)));
    assertThat(fate(again, Duration.ofHours(1))).isEqualTo(Fate.READ);

    // Nobody but this transaction sees the one that waits, so nobody takes it up.
    var jdbc = shortlist.get(JdbcClient.class);
    shortlist
        .get(Tenancy.class)
        .inAccount(
            account.value(),
            () -> {
              var waiting = UUID.randomUUID();
              jdbc.sql(
                      "insert into application (account_id, id, screening_id, file, stage, created_at, number)"
                          + " select account_id, :id, screening_id, 'b.txt', 'QUEUED', created_at, 99"
                          + " from application where account_id = :account")
                  .param("id", waiting)
                  .param("account", account.value())
                  .update();
              assertThat(fate(again, Duration.ofHours(1))).isEqualTo(Fate.RECEIVED);
              jdbc.sql("delete from application where account_id = :account and id = :id")
                  .param("account", account.value())
                  .param("id", waiting)
                  .update();
            });
  }

  @Test
  void the_words_of_the_job_description_follow_it_and_others_stay() {
    var asWritten = job.content().text().text();
    openings.open(job, account, job.content().title(), asWritten, null);
    var jobs = shortlist.get(JobDescriptions.class);
    var revised = jobs.rewrite(account, job, "Accountant", "Accountant\n\nRequirements\n- Excel\n");

    assertThat(get(opening.path()).body()).contains("- Excel").doesNotContain("- SAP");

    openings.open(revised, account, "Accountant", "Other words.", null);
    jobs.rewrite(account, revised, "Accountant", "Accountant\n\nRequirements\n- Word\n");
    var own = openings.of(account, job.number()).orElseThrow();
    assertThat(own.text()).isEqualTo("Other words.");
    assertThat(own.wordedFor()).isEqualTo(revised.revision());
  }

  @Test
  void every_version_of_the_consent_is_kept_with_how_many_agreed_to_it() {
    receipt(post(form().file("cv", "a.txt", CV)));
    shortlist.get(Consents.class).write(account, "en", "Another text.");

    assertThat(shortlist.get(Consents.class).versions(account))
        .extracting(one -> one.consent().version() + " " + one.agreed())
        .containsExactly("2 0", "1 1");
  }

  private static List<String> tablesWith(String canary) {
    return shortlist.database().dump().entrySet().stream()
        .filter(table -> table.getValue().stream().anyMatch(row -> row.contains(canary)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
