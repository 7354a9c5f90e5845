package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Answer;
import dev.shortlist.api.HttpCalls.Multipart;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// More CVs than may wait.
@Tag("slow")
class QueueFullTest {
  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(Map.of("shortlist.tasks.queue.account", "1"));

  private final HttpCalls calls = new HttpCalls(shortlist.address());

  @Test
  void a_full_queue_is_told_by_every_door_and_nothing_is_taken_in() {
    String job = new Api(calls).job("full").path("number").asString();
    var zip = HttpCalls.zip(Cvs.two());

    refused(calls.post("/process", two("resumes").field("job_description", Cvs.ASKED)));
    refused(calls.post("/api/v1/candidate/upload-batch", two("files").field("persona_id", job)));
    refused(calls.post("/api/analyzer/batch/upload", two("files").field("job_id", job)));
    refused(
        calls.post(
            "/api/bulk-screen",
            new Multipart().field("job_description", Cvs.ASKED).file("file", "a.zip", zip)));
    refused(calls.post("/api/v1/screenings", two("files").field("jobDescriptionText", Cvs.ASKED)));
    assertThat(calls.get("/api/v1/screenings").json().path("screenings")).isEmpty();
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as("%s", answer.response().body()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(answer.json().path("detail").asString()).contains("wait already");
  }

  private static Multipart two(String field) {
    return new Multipart()
        .file(field, "ann.txt", Cvs.of("Ann Archer", "SAP, Excel"))
        .file(field, "bob.txt", Cvs.of("Bob Baker", "bread, cakes"));
  }
}
