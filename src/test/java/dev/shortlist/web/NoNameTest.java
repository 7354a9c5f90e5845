package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import dev.shortlist.api.HttpCalls;
import dev.shortlist.api.HttpCalls.Multipart;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is said of a hidden name tells what is hidden.
@Tag("slow")
class NoNameTest {
  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  private final HttpCalls calls = new HttpCalls(shortlist.address());

  @Test
  void a_name_that_was_not_found_is_not_said_to_be_hidden() {
    assertThat(page("accounting with excel and sap, 2015 - 2020"))
        .contains("No name was found in the CV, so it may still be seen")
        .doesNotContain("Name, contact and schools are hidden");
    assertThat(page("Ann Example\n\nAccountant, 2015 - 2020\nAccounting with Excel and SAP."))
        .contains("Name, contact and schools are hidden");
  }

  private String page(String cv) {
    var made =
        calls.post(
            "/api/v1/screenings",
            new Multipart()
                .field("jobDescriptionText", "We need 3 years of experience in accounting")
                .file("files", "cv.txt", cv));
    int number = made.json().path("number").asInt();
    String application =
        made.json().path("receipt").path("files").path(0).path("application").asString();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> calls.get("/api/v1/screenings/" + number).json().path("state").asString(),
            "COMPLETED"::equals);
    return calls
        .get("/screenings/%d/applications/%s".formatted(number, application))
        .response()
        .body();
  }
}
