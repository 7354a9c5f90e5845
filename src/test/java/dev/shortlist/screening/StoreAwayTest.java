package dev.shortlist.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.intake.GrowingUploads;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.storage.FaultyLine.Fault;
import dev.shortlist.storage.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole program on a bucket that fails in every way it knows.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class StoreAwayTest {
  private static final S3Server server = new S3Server();
  private static final int ALL = 10_000;
  private static RunningShortlist shortlist;

  @TempDir Path temp;
  private AccountId account;

  @BeforeAll
  static void start() throws Exception {
    server.start();
    var settings = new HashMap<>(server.settings(""));
    settings.putAll(Map.of("shortlist.tasks.backoff", "50ms", "shortlist.tasks.poll", "50ms"));
    shortlist = new RunningShortlist(settings);
    shortlist.beforeAll(null);
  }

  @AfterAll
  static void stop() throws Exception {
    shortlist.afterAll(null);
    server.stop();
  }

  @BeforeEach
  void an_account_of_its_own() {
    account = new AccountId(shortlist.database().account());
  }

  @AfterEach
  void heal() {
    server.line().heal();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"UNAVAILABLE", "SILENT", "CUT_DOWNLOAD"})
  void a_cv_waits_and_says_so_while_the_store_is_away(Fault fault) throws IOException {
    server.line().harm(fault, "GET", ALL);
    var screening = screen("waits " + fault);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(progress(screening).trouble()).isEqualTo("the file store does not answer"));
    await().atMost(Duration.ofSeconds(60)).until(() -> server.line().harmed() > 12);
    assertThat(progress(screening).finished()).isZero();

    server.line().heal();
    awaitCompleted(screening);
    assertThat(progress(screening).count(Stage.COMPLETED)).isEqualTo(1);
    assertThat(progress(screening).trouble()).isNull();
  }

  @Test
  void an_upload_is_refused_as_a_whole_and_can_be_sent_again() throws IOException {
    server.line().harm(Fault.UNAVAILABLE, "PUT", ALL);
    var id = screening();
    assertThatThrownBy(() -> add(id, "refused")).isInstanceOf(UncheckedIOException.class);
    assertThat(progress(id).total()).isZero();

    server.line().heal();
    add(id, "refused");
    awaitCompleted(id);
    assertThat(progress(id).count(Stage.COMPLETED)).isEqualTo(1);
  }

  @Test
  void a_file_in_pieces_becomes_a_cv() throws IOException {
    var uploads = shortlist.get(GrowingUploads.class);
    byte[] bytes = Files.readAllBytes(cv("pieces"));
    var upload = uploads.begin(account, "pieces.txt", bytes.length);
    for (int at = 0; at < bytes.length; at += 40) {
      var piece = Files.write(temp.resolve("piece"), slice(bytes, at));
      uploads.append(account, upload.id(), at, piece);
    }
    var id = screening();
    uploads.finish(account, upload.id(), id);
    awaitCompleted(id);

    assertThat(progress(id).count(Stage.COMPLETED)).isEqualTo(1);
    assertThat(server.keys("growing/")).isEmpty();
  }

  @Test
  void readiness_says_that_the_store_is_away() throws Exception {
    server.line().harm(Fault.UNAVAILABLE, "PUT", ALL);
    try (var client = HttpClient.newHttpClient()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              client
                      .send(
                          HttpRequest.newBuilder(
                                  URI.create(shortlist.address() + "/actuator/health/readiness"))
                              .build(),
                          BodyHandlers.ofString())
                      .statusCode()
                  == 503);
    }
  }

  private static byte[] slice(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 40));
  }

  private ScreeningId screen(String name) throws IOException {
    var id = screening();
    add(id, name);
    return id;
  }

  private ScreeningId screening() {
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n- Excel\n", null);
    return shortlist.get(Screenings.class).create(account, null, job.id(), null).id();
  }

  private void add(ScreeningId screening, String name) throws IOException {
    shortlist
        .get(Intake.class)
        .add(account, screening, List.of(new Upload(name + ".txt", cv(name))));
  }

  private Path cv(String name) throws IOException {
    return Files.writeString(
        temp.resolve(name + ".txt"),
        "Ann Example %s\nann@example.com\n\nExperience\nAccountant, Northwind, 2019 - 2024\nSAP and Excel\n"
            .formatted(name));
  }

  private Progress progress(ScreeningId screening) {
    return shortlist.get(Screenings.class).progress(account, screening);
  }

  private void awaitCompleted(ScreeningId screening) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> progress(screening).state() == State.COMPLETED);
  }
}
