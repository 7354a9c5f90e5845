package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// CVs that fail while they are profiled and while they are matched, in the words of each dialect:
/// never a score, and the others are not touched.
@Tag("slow")
class StageFailsTest {
  private static final String NOT_PROFILED = "Doomed Profile";
  private static final String NOT_MATCHED = "Doomed Match";

  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(Map.of("shortlist.tasks.attempts", "1"));

  private final HttpCalls calls = new HttpCalls(shortlist.address());
  private final Api api = new Api(calls);

  @BeforeAll
  static void neither_can_be_written_down() {
    var database = shortlist.database().superuser();
    database
        .sql(
            """
            create function doomed() returns trigger language plpgsql as $$
            begin
              if new::text like '%%%1$s%%'
                 or tg_table_name = 'match' and exists (
                      select from application a
                       where a.id = (to_jsonb(new) ->> 'application_id')::uuid
                         and a.file like '%%%2$s%%')
              then raise exception 'doomed'; end if;
              return new;
            end $$
            """
                .formatted(NOT_PROFILED, NOT_MATCHED))
        .update();
    for (String table : new String[] {"reading", "match"}) {
      database
          .sql(
              "create trigger doomed before insert on %s for each row execute function doomed()"
                  .formatted(table))
          .update();
    }
  }

  @Test
  void analyzer_names_them() {
    String job = api.job("fails-a").path("number").asString();
    calls.post("/api/analyzer/batch/upload", cvs("files", "a").field("job_id", job));

    var result = api.awaiting("/api/analyzer/job/" + job + "/batch-result", is("completed"));
    assertThat(result.path("successfully_processed").asInt()).isEqualTo(1);
    assertThat(result.path("failed").asInt()).isEqualTo(2);
    assertThat(result.path("failed_files").toString()).contains(NOT_PROFILED, NOT_MATCHED);
  }

  @Test
  void taskqueue_lists_them_with_the_reason() {
    var started =
        calls.post("/process", cvs("resumes", "t").field("job_description", Cvs.ASKED)).json();

    var task =
        api.awaiting(
            "/process/status/" + started.path("task_id").asString(),
            one -> one.path("state").asString().equals("SUCCESS"));
    var rejected = task.path("result").path("data").path("rejected");
    assertThat(rejected.findValuesAsString("fileName"))
        .contains(NOT_PROFILED + ".txt", NOT_MATCHED + ".txt");
    assertThat(rejected.findValuesAsString("explanation"))
        .filteredOn(text -> text.startsWith("Error processing resume: "))
        .hasSize(2)
        .allMatch(text -> text.contains("upload it again"));
  }

  @Test
  void persona_gives_them_no_score() {
    api.job("fails-p");
    var body = cvs("files", "p").field("persona_id", "fails-p");
    var job = calls.post("/api/v1/candidate/upload-batch", body).json().path("job_id").asString();

    var scored = api.awaiting("/api/v1/jobs/" + job + "/status", is("completed"));
    assertThat(scored.path("result").path("scores")).hasSize(1);
    assertThat(scored.path("result").path("unreadable")).hasSize(2);
  }

  @Test
  void bulkscreen_gives_them_no_score() {
    var files = new TreeMap<String, String>();
    for (String name : new String[] {"Ann Archer", NOT_PROFILED, NOT_MATCHED}) {
      files.put(name + ".txt", cv(name, "b"));
    }
    var form =
        new Multipart()
            .field("job_description", Cvs.ASKED)
            .file("file", "cvs.zip", HttpCalls.zip(files));
    var run = calls.post("/api/bulk-screen", form).json().path("job_id").asString();

    var screened = api.awaiting("/api/job/" + run, is("completed"));
    assertThat(screened.path("processed").asInt()).isEqualTo(3);
    assertThat(screened.path("results").path("all_candidates")).hasSize(1);
    assertThat(screened.path("results").path("unreadable")).hasSize(2);
  }

  @Test
  void cvbatch_has_read_the_one_that_could_not_be_matched_and_marks_it() {
    String job = api.job("fails-c").path("id").asString();
    var batch =
        calls
            .postJson(
                "/api/v1/cv-batches", Api.json(Map.of("title", "Fails", "job_description_id", job)))
            .json()
            .path("id")
            .asString();
    var files =
        calls
            .post("/api/v1/cv-batches/" + batch + "/upload", cvs("files", "c"))
            .json()
            .path("files");
    calls.postJson("/api/v1/cv-processing/batch/" + batch + "/process", "{}");

    var status =
        api.awaiting(
            "/api/v1/cv-processing/batch/" + batch + "/queue-status",
            one -> one.path("percentage").asDouble() == 100);
    assertThat(status.path("completed").asInt() + status.path("failed").asInt()).isEqualTo(3);
    var unprofiled = cv(files, NOT_PROFILED);
    assertThat(unprofiled.path("status").asString()).isEqualTo("failed");
    assertThat(unprofiled.path("parse_detail").isNull()).isTrue();
    var unmatched = cv(files, NOT_MATCHED);
    assertThat(unmatched.path("status").asString()).isEqualTo("completed");
    assertThat(unmatched.path("parse_detail").isNull()).isFalse();
    assertThat(unmatched.path("jd_match_score").isNull()).isTrue();
    assertThat(unmatched.path("error").asString()).contains("something unexpected went wrong");
  }

  private JsonNode cv(JsonNode files, String name) {
    for (JsonNode file : files) {
      if (file.path("filename").asString().startsWith(name)) {
        return calls.get("/api/v1/cvs/" + file.path("cv_id").asString()).json();
      }
    }
    throw new AssertionError(name + " is not in " + files);
  }

  private static Predicate<JsonNode> is(String status) {
    return one -> one.path("status").asString().equals(status);
  }

  private static Multipart cvs(String field, String of) {
    var cvs = new Multipart();
    for (String name : new String[] {"Ann Archer", NOT_PROFILED, NOT_MATCHED}) {
      cvs.file(field, name + ".txt", cv(name, of));
    }
    return cvs;
  }

  /// Different for each dialect, as equal ones would be read once for all.
  private static String cv(String name, String of) {
    return Cvs.of(name, "SAP, Excel, and what " + of + " needs");
  }
}
