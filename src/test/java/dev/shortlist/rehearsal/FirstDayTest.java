package dev.shortlist.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.RunningShortlist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

@Timeout(300)
class FirstDayTest {
  private static final StandInModel MODEL = model();

  @RegisterExtension
  static final RunningShortlist shortlist = new RunningShortlist(properties(MODEL.settings()));

  @AfterAll
  static void close() {
    MODEL.close();
  }

  @Test
  void a_day_is_lived_to_its_end_and_a_model_judges_every_cv() throws Exception {
    var address = URI.create(shortlist.address());

    new FirstDay(address).live();

    for (int number = 1; number <= 3; number++) {
      var screening =
          JsonMapper.shared()
              .readTree(new Visitor(address).get("/api/v1/screenings/" + number))
              .path("models");
      assertThat(screening.path("judged").asInt()).isEqualTo(6);
      assertThat(screening.path("local").asInt()).isZero();
    }
  }

  private static StandInModel model() {
    try {
      return new StandInModel();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Environment variables as properties: `SHORTLIST_AI_BASE_URL` is `shortlist.ai.base-url`.
  private static Map<String, String> properties(Map<String, String> variables) {
    return variables.entrySet().stream()
        .collect(
            Collectors.toMap(
                variable ->
                    variable
                        .getKey()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .replace("shortlist-ai-", "shortlist.ai."),
                Map.Entry::getValue));
  }
}
