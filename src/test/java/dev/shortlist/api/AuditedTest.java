package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.accounts.Audit;
import dev.shortlist.accounts.AuditEntry;
import dev.shortlist.accounts.CurrentAccount;
import dev.shortlist.api.HttpCalls.Multipart;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who changes something, decides or takes data out, leaves a line in the log.
class AuditedTest {
  private static final String PERSON = "Wilhelmina Quist";

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls api = new HttpCalls(shortlist.address());

  @Test
  void what_is_done_with_a_screening_is_in_the_log_and_no_name_is() {
    var made =
        api.post(
            "/api/v1/screenings",
            new Multipart()
                .field("jobDescriptionText", "Accountant\n\nRequirements\n- SAP\n- Excel\n")
                .file("files", PERSON + ".txt", PERSON + "\n\nSkills\nSAP, Excel\n"));
    assertThat(made.status()).isEqualTo(201);
    String id = made.json().path("id").asString();
    String screening = "/api/v1/screenings/" + id;
    awaitCompleted(screening);
    String application =
        api.get(screening + "/applications").json().at("/applications/0/id").asString();
    post(
        "/api/v1/decisions",
        "{\"applications\":[\"%s\"],\"verdict\":\"ON_HOLD\",\"reason\":\"%s\"}"
            .formatted(application, PERSON));
    api.get(screening + "/ranking.csv");
    var job =
        api.postJson(
                "/api/v1/job-descriptions", "{\"text\":\"Clerk\\n\\nRequirements\\n- Word\\n\"}")
            .json();
    put(
        "/api/v1/job-descriptions/" + job.path("number").asString(),
        "{\"text\":\"Clerk\\n\\nRequirements\\n- Excel\\n\"}");
    post(
        screening + "/rematch", "{\"jobDescription\":\"%s\"}".formatted(job.path("id").asString()));
    String waiting = waitingScreening(job.path("id").asString());
    post(waiting + "/pause", "{}");
    post(waiting + "/resume", "{}");
    var patched =
        api.send(
            api.request(screening)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"priority\":\"HIGH\"}")));
    assertThat(patched.status()).isEqualTo(200);
    awaitCompleted(screening);
    post("/api/v1/cv-processing/cv/" + application + "/match", "{}");

    var entries = log();

    assertThat(entries.stream().map(AuditEntry::action))
        .containsExactly(
            "screening.create",
            "application.decision",
            "screening.export",
            "job-description.create",
            "job-description.change",
            "screening.rematch",
            "screening.create",
            "screening.pause",
            "screening.resume",
            "screening.prioritise",
            "application.rematch");
    assertThat(entries.getFirst())
        .satisfies(first -> {
          assertThat(first.actor()).isEqualTo("local");
          assertThat(first.subject()).isEqualTo("screening/" + id);
        });
    assertThat(entries.toString()).doesNotContain("Wilhelmina").doesNotContain("Quist");
    assertThat(entries.get(1).subject()).isEqualTo("application/" + application);
    assertThat(entries.get(1).detail()).isEqualTo("ON_HOLD");
  }

  @Test
  void what_was_refused_is_not_in_the_log() {
    int before = log().size();

    assertThat(api.postJson("/api/v1/screenings/none/pause", "{}").status()).isEqualTo(404);

    assertThat(log()).hasSize(before);
  }

  private void awaitCompleted(String screening) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get(screening).json().path("state").asString().equals("COMPLETED"));
  }

  private String waitingScreening(String jobDescription) {
    var made =
        api.postJson("/api/v1/screenings", "{\"jobDescription\":\"%s\"}".formatted(jobDescription));
    assertThat(made.status()).isEqualTo(201);
    return "/api/v1/screenings/" + made.json().path("id").asString();
  }

  private void post(String path, String body) {
    assertThat(api.postJson(path, body).status()).as(path).isEqualTo(200);
  }

  private void put(String path, String body) {
    var request = api.request(path).header("Content-Type", "application/json");
    assertThat(api.send(request.PUT(BodyPublishers.ofString(body))).status()).isEqualTo(200);
  }

  /// Oldest first.
  private static List<AuditEntry> log() {
    return shortlist
        .get(Audit.class)
        .list(shortlist.get(CurrentAccount.class).id(), Long.MAX_VALUE, 500)
        .reversed();
  }
}
