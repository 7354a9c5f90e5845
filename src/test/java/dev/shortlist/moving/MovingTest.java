package dev.shortlist.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.AccountId;
import dev.shortlist.accounts.Accounts;
import dev.shortlist.accounts.Principal;
import dev.shortlist.accounts.Role;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.backup.AccountExport;
import dev.shortlist.backup.AccountImport;
import dev.shortlist.intake.GrowingUpload;
import dev.shortlist.intake.GrowingUploads;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Upload;
import dev.shortlist.moving.Moving.State;
import dev.shortlist.screening.JobDescriptions;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Screenings;
import dev.shortlist.storage.Storage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// An exported account comes into an empty one while the server runs.
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit fills in
class MovingTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @TempDir Path temp;
  private final Movings movings = shortlist.get(Movings.class);
  private final GrowingUploads uploads = shortlist.get(GrowingUploads.class);
  private Path export;
  private Principal owner;

  @BeforeEach
  void an_exported_account_and_an_empty_one() throws IOException {
    export = exported("Ann", "Bob");
    owner = owner();
  }

  @Test
  void an_owner_sends_it_in_pieces_and_all_of_it_is_there() throws Exception {
    var api = new HttpCalls(shortlist.address());
    byte[] bytes = Files.readAllBytes(export);
    var begun =
        api.send(
                json(
                    api,
                    "/api/v1/uploads",
                    "POST",
                    "{\"name\":\"a.zip\",\"bytes\":%d}".formatted(bytes.length)))
            .json();
    String id = begun.path("id").asString();
    int half = bytes.length / 2;
    piece(api, id, 0, Arrays.copyOf(bytes, half));
    var early =
        api.send(
            json(
                api,
                "/api/v1/settings/account/import",
                "POST",
                "{\"upload\":\"%s\"}".formatted(id)));
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.response().body()).contains("send the rest first");
    piece(api, id, half, Arrays.copyOfRange(bytes, half, bytes.length));

    var accepted =
        api.send(
            json(
                api,
                "/api/v1/settings/account/import",
                "POST",
                "{\"upload\":\"%s\"}".formatted(id)));

    assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(202);
    await()
        .atMost(LONG)
        .until(() ->
            api.send(api.request("/api/v1/settings/account/import").GET())
                .json()
                .path("state")
                .asString()
                .equals("DONE"));
    var screenings = api.send(api.request("/api/v1/screenings").GET()).response().body();
    assertThat(screenings).contains("\"COMPLETED\"");
    await()
        .atMost(LONG)
        .until(() -> api.send(api.request("/api/v1/uploads/" + id).GET()).status() == 404);
  }

  @Test
  void an_account_that_has_something_is_told_what_and_stays_as_it_is() throws IOException {
    shortlist
        .get(JobDescriptions.class)
        .create(owner.account(), null, "Accountant\n\nRequirements\n- SAP\n", null);
    var sent = sent(export);

    assertThatThrownBy(() -> movings.begin(owner, sent))
        .isInstanceOf(NotNow.class)
        .hasMessageContaining("the account has job descriptions already");
    assertThat(movings.find(owner.account())).isEmpty();
  }

  @Test
  void the_page_takes_it_too_and_says_how_far_it_is() throws Exception {
    var api = new HttpCalls(shortlist.address());
    var form = new HttpCalls.Multipart().file("file", "account.zip", "no ZIP");

    var page =
        api.send(
            api.request("/settings/data/import")
                .header(
                    "Content-Type", "multipart/form-data; boundary=" + HttpCalls.Multipart.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.whole())));

    // Another test may have filled the account everybody on this machine has.
    if (page.status() == 422) {
      assertThat(page.response().body()).contains("job descriptions already");
      return;
    }
    assertThat(page.response().body()).contains("will be taken in");
    var local = shortlist.get(Accounts.class).local();
    await().atMost(LONG).until(() -> movings.find(local).orElseThrow().isOver());
    assertThat(movings.find(local).orElseThrow().error()).contains("no whole ZIP");
  }

  @Test
  void a_file_that_is_no_export_is_refused_with_the_reason_and_another_may_be_sent()
      throws IOException {
    var damaged = Files.writeString(temp.resolve("x.zip"), "no ZIP");

    movings.begin(owner, sent(damaged));

    var refused = over();
    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(refused.error()).contains("no whole ZIP");
    movings.begin(owner, sent(export));
    assertThat(over().state()).isEqualTo(State.DONE);
  }

  @Test
  void an_import_whose_node_died_goes_on_after_the_cvs_that_are_kept() throws IOException {
    assertThatThrownBy(() ->
            shortlist
                .get(AccountImport.class)
                .importFrom(
                    export,
                    owner.account().value(),
                    id -> {},
                    (files, all) -> {
                      if (files == all) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    assertThat(shortlist.get(Screenings.class).list(owner.account(), 10)).isEmpty();

    movings.begin(owner, sent(export));

    var done = over();
    assertThat(done.state()).as(done.error()).isEqualTo(State.DONE);
    assertThat(done.files()).isEqualTo(done.allFiles()).isEqualTo(2);
    var screening = shortlist.get(Screenings.class).list(owner.account(), 10).getFirst();
    assertThat(screening.state()).isEqualTo(Screening.State.COMPLETED);
    assertThat(shortlist.get(Screenings.class).progress(owner.account(), screening.id()).total())
        .isEqualTo(2);
  }

  @Test
  void of_two_that_begin_at_once_one_does() throws IOException {
    var one = sent(export);
    var other = sent(export);

    movings.begin(owner, one);
    var now = movings.find(owner.account()).orElseThrow();

    if (!now.isOver()) {
      assertThatThrownBy(() -> movings.begin(owner, other)).isInstanceOf(NotNow.class);
    }
    assertThat(over().state()).isEqualTo(State.DONE);
    assertThat(shortlist.get(Screenings.class).list(owner.account(), 10)).hasSize(1);
  }

  private Moving over() {
    await()
        .atMost(LONG)
        .until(() -> movings.find(owner.account()).filter(Moving::isOver).isPresent());
    return movings.find(owner.account()).orElseThrow();
  }

  private GrowingUpload sent(Path file) throws IOException {
    var begun = uploads.begin(owner.account(), "a.zip", Files.size(file));
    return uploads.append(owner.account(), begun.id(), 0, file);
  }

  private static Principal owner() {
    return new Principal(
        new AccountId(shortlist.database().account()), new Principal.Caller.Local(), Role.OWNER);
  }

  private Path exported(String... names) throws IOException {
    var account = new AccountId(shortlist.database().account());
    var job =
        shortlist
            .get(JobDescriptions.class)
            .create(account, null, "Accountant\n\nRequirements\n- SAP\n", null);
    var screening = shortlist.get(Screenings.class).create(account, "Moved", job.id(), null).id();
    for (String name : names) {
      var cv =
          Files.writeString(
              temp.resolve(name + ".txt"),
              "%1$s Example\n%1$s@example.com\n\nExperience\nAccountant, Northwind, 2019 - 2024\nSAP\n"
                  .formatted(name));
      shortlist.get(Intake.class).add(account, screening, List.of(new Upload(name + ".txt", cv)));
    }
    await()
        .atMost(LONG)
        .until(() ->
            shortlist.get(Screenings.class).find(account, screening).orElseThrow().state()
                == Screening.State.COMPLETED);
    var file = temp.resolve(UUID.randomUUID() + ".zip");
    new AccountExport(
            shortlist.get(DataSource.class), shortlist.get(Storage.class), Clock.systemUTC())
        .exportTo(account.value(), file);
    return file;
  }

  private static HttpRequest.Builder json(HttpCalls api, String path, String method, String body) {
    return api.request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  private static void piece(HttpCalls api, String id, long offset, byte[] bytes) {
    var answer =
        api.send(
            api.request("/api/v1/uploads/" + id)
                .header("Content-Type", "application/octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
    assertThat(answer.status()).isEqualTo(200);
  }
}
