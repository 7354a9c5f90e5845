package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Files of no type that is read, and files that only bear the name of one, in the words of each
/// dialect: never a score.
@Tag("slow")
class UnreadableTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls calls = new HttpCalls(shortlist.address());
  private final Api api = new Api(calls);

  @Test
  void analyzer_names_them_and_refuses_a_single_one() {
    String job = api.job("unreadable-a").path("number").asString();
    calls.post("/api/analyzer/batch/upload", bad("files").field("job_id", job));

    var result =
        api.awaiting(
            "/api/analyzer/job/" + job + "/batch-result",
            one -> one.path("status").asString().equals("completed"));
    assertThat(result.path("failed").asInt()).isEqualTo(3);
    assertThat(result.path("failed_files").toString())
        .contains("setup.exe", "corrupted.pdf", "word.docx");
    assertThat(
            Api.wrong(
                calls.post(
                    "/api/analyzer/batch/process",
                    new Multipart().field("job_id", job).file("file", "setup.exe", exe()))))
        .startsWith("422 ")
        .contains("not supported");
  }

  @Test
  void taskqueue_lists_them_with_the_reason() {
    var started = calls.post("/process", bad("resumes").field("job_description", Cvs.ASKED));

    var task =
        api.awaiting(
            "/process/status/" + started.json().path("task_id").asString(),
            one -> one.path("state").asString().equals("SUCCESS"));
    var rejected = task.path("result").path("data").path("rejected");
    assertThat(rejected.findValuesAsString("fileName"))
        .containsExactlyInAnyOrder("setup.exe", "corrupted.pdf", "word.docx");
    assertThat(rejected.findValuesAsString("explanation"))
        .allMatch(text -> text.startsWith("Error processing resume: "));
  }

  @Test
  void persona_and_bulkscreen_give_them_no_score() {
    api.job("unreadable-p");
    var body = bad("files").field("persona_id", "unreadable-p").file("files", "a.txt", cv());
    var job = calls.post("/api/v1/candidate/upload-batch", body).json().path("job_id").asString();
    var zip = HttpCalls.zip(Map.of("a.txt", cv(), "corrupted.pdf", "this is not a pdf"));
    var form = new Multipart().field("job_description", Cvs.ASKED).file("file", "a.zip", zip);
    var run = calls.post("/api/bulk-screen", form).json().path("job_id").asString();

    var scored =
        api.awaiting(
            "/api/v1/jobs/" + job + "/status",
            one -> one.path("status").asString().equals("completed"));
    assertThat(scored.path("result").path("scores")).hasSize(1);
    assertThat(scored.path("result").path("unreadable")).hasSize(3);
    var screened =
        api.awaiting("/api/job/" + run, one -> one.path("status").asString().equals("completed"));
    assertThat(screened.path("results").path("all_candidates")).hasSize(1);
    assertThat(screened.path("results").path("unreadable")).hasSize(1);
  }

  private static Multipart bad(String field) {
    return new Multipart()
        .file(field, "setup.exe", exe())
        .file(field, "corrupted.pdf", "this is not a pdf")
        .file(field, "word.docx", "PK nothing");
  }

  private static byte[] exe() {
    return new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff};
  }

  private static String cv() {
    return Cvs.of("Ann Archer", "SAP, Excel");
  }
}
