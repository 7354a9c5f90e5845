package dev.shortlist.dialect.taskqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import dev.shortlist.dialect.Api;
import dev.shortlist.dialect.Cvs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class TaskQueueTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls calls = new HttpCalls(shortlist.address());
  private final Api api = new Api(calls);

  @Test
  void a_cv_that_cannot_be_read_stands_in_the_only_drawer_these_clients_have() {
    var started =
        calls.post(
            "/process",
            new Multipart()
                .field("job_description", Cvs.ASKED)
                .field("user_id", "user-1")
                .file("resumes", "broken.pdf", Cvs.broken())
                .file("resumes", "ann.txt", Cvs.of("Ann Archer", "SAP, Excel")));

    assertThat(started.json().path("message").asString()).isEqualTo("Resume processing started");
    var task =
        api.awaiting(
            "/process/status/" + started.json().path("task_id").asString(),
            body -> body.path("state").asString().equals("SUCCESS"));
    var broken =
        task.path("result")
            .path("data")
            .path("rejected")
            .valueStream()
            .filter(item -> item.path("fileName").asString().equals("broken.pdf"))
            .findFirst()
            .orElseThrow();
    assertThat(broken.path("id").asString()).isEqualTo("resume_0");
    assertThat(broken.path("name").asString()).isEqualTo("Unknown");
    assertThat(broken.path("score").toString()).isEqualTo("0.0");
    assertThat(broken.path("explanation").asString()).startsWith("Error processing resume: ");
    assertThat(task.path("result").path("metadata").path("user_id").asString()).isEqualTo("user-1");
    assertThat(task.path("result").path("metadata").path("total_processed").asInt()).isEqualTo(2);
  }

  @Test
  void an_unknown_task_waits() {
    var answer = calls.get("/process/status/4711");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString())
        .isEqualTo("{\"state\":\"PENDING\",\"status\":\"Task is waiting to be processed\"}");
  }

  @Test
  void a_missing_job_description_is_refused() {
    assertThat(Api.wrong(calls.post("/process", new Multipart().file("resumes", "a.txt", "Ann"))))
        .isEqualTo("400 No job description provided");
  }

  @Test
  void mails_that_cannot_be_sent_are_told_and_never_pretended() {
    var answer =
        calls.postJson(
            "/send-personalized-emails?category=selected&job_description=Accountant",
            Api.json(List.of(Map.of("name", "Ann Archer", "email", "ann@example.com"))));

    assertThat(answer.json().path("sent_count").asInt()).isZero();
    assertThat(answer.json().path("failed_emails").toString())
        .isEqualTo(
            "[{\"name\":\"Ann Archer\",\"email\":\"ann@example.com\",\"error\":\"mail is not set up\"}]");
  }
}
