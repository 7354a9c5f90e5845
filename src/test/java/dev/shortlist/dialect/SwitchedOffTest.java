package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class SwitchedOffTest {
  @RegisterExtension
  static final RunningShortlist shortlist =
      new RunningShortlist(
          Map.of("shortlist.dialects.taskqueue", "false", "shortlist.dialects.cvbatch", "false"));

  @Test
  void a_dialect_that_is_switched_off_is_not_there_and_the_others_are() {
    var calls = new HttpCalls(shortlist.address());

    assertThat(calls.get("/process/status/4711").status()).isEqualTo(404);
    assertThat(calls.get("/api/v1/cvs/4711").json().path("detail").asString())
        .isNotEqualTo("CV not found");
    assertThat(calls.get("/api/job/4711").json().path("detail").asString())
        .isEqualTo("Job not found");
  }

  @Test
  void the_description_of_our_own_api_does_not_speak_of_dialects() {
    var paths = new HttpCalls(shortlist.address()).get("/openapi").json().path("paths");

    assertThat(paths.propertyNames())
        .contains("/api/v1/screenings")
        .noneMatch(path -> path.contains("my-jobs"));
  }
}
