package dev.shortlist.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shortlist.RunningShortlist;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ClientsTest {
  private static final Path SAMPLES = Path.of("src/main/resources/samples/cvs");

  @RegisterExtension static final RunningShortlist shortlist = new RunningShortlist(Map.of());

  @BeforeAll
  static void needs_python() {
    assumeTrue(Clients.python(), "python3 is not on this machine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bulkscreen", "analyzer", "persona", "cvbatch", "taskqueue"})
  void a_client_goes_from_its_upload_to_its_results(String dialect) {
    assertThat(Clients.start(dialect, shortlist.address(), SAMPLES).end(120))
        .contains("OK " + dialect);
  }
}
