package dev.shortlist.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.Examples;
import dev.shortlist.intake.Receipt;
import dev.shortlist.screening.Screening.State;
import dev.shortlist.screening.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What programs rely on: names, types and nesting of everything the API answers.
class GoldenBodiesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/api");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Examples examples = new Examples("Ann");

  @Test
  void job_description() throws IOException {
    same("job-description", JobDescriptionBody.of(examples.job()));
  }

  @Test
  void screening() throws IOException {
    same("screening", ScreeningBody.of(examples.screening(), examples.progress(State.RUNNING)));
  }

  @Test
  void receipt() throws IOException {
    same("receipt", ReceiptBody.of(new Receipt(examples.received())));
  }

  @Test
  void applications() throws IOException {
    same(
        "applications",
        new ApplicationsPage(
            List.of(
                ApplicationBody.of(examples.ranked()),
                ApplicationBody.of(examples.application(Stage.NEEDS_REVIEW)),
                ApplicationBody.of(examples.application(Stage.FAILED))),
            "r50"));
  }

  @Test
  void application() throws IOException {
    same("application", ApplicationDetailBody.of(examples.detail(), null, null));
  }

  @Test
  void problem() throws IOException {
    same("problem", Problem.NOT_FOUND.with("There is no screening with the id \"7\"."));
  }

  private static void same(String name, Object body) throws IOException {
    String json = JSON.writeValueAsString(body);
    Path golden = GOLDEN.resolve(name + ".json");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, json + "\n");
    }
    assertThat(JSON.readTree(json)).isEqualTo(JSON.readTree(Files.readString(golden)));
  }
}
