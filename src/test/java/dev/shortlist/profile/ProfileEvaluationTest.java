package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Floors a little below what was measured, so that a change that reads worse is seen.
class ProfileEvaluationTest {
  private static final Map<String, Double> FLOORS =
      Map.ofEntries(
          Map.entry("name", 0.97),
          Map.entry("email", 0.98),
          Map.entry("phone", 0.98),
          Map.entry("links", 0.97),
          Map.entry("skills", 0.92),
          Map.entry("employers", 0.92),
          Map.entry("emp_title", 0.95),
          Map.entry("emp_dates", 0.95),
          Map.entry("education", 0.94));

  @Test
  void public_cvs_are_read_as_well_as_before(@TempDir Path out) throws Exception {
    var shared = Path.of(System.getProperty("shortlist.shared", "../shared"));
    var scorer = shared.resolve("eval/eval_parse.py");
    var data = shared.resolve("data/parse");
    assumeTrue(Files.isRegularFile(scorer), "no scorer at " + scorer);
    assumeTrue(Files.isDirectory(data), "no developer data at " + data);
    ProfileEvaluation.write(data.resolve("files"), out);

    var total = score(scorer, data, out).path("total");

    FLOORS.forEach((field, floor) ->
        assertThat(total.path(field).path("F").asDouble())
            .as("F1 of " + field)
            .isGreaterThanOrEqualTo(floor));
  }

  private static JsonNode score(Path scorer, Path data, Path out) throws Exception {
    var result = out.resolve("score.json");
    var log = out.resolve("score.log");
    try {
      var process =
          new ProcessBuilder(
                  "python3",
                  scorer.toString(),
                  data.resolve("truth").toString(),
                  out.toString(),
                  "--json",
                  result.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } catch (IOException e) {
      assumeTrue(false, "python3 cannot be started: " + e.getMessage());
    }
    return JsonMapper.builder()
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build()
        .readTree(Files.readString(result));
  }
}
