package dev.shortlist.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportJsonTest {
  private static final JsonNode JSON = written();

  @Test
  void a_score_leads_down_to_the_words_that_earned_it() {
    var candidate = JSON.at("/jobs/0/candidates/0");
    var part = candidate.at("/dimensions/0/parts/0");

    assertThat(candidate.at("/score").asInt()).isEqualTo(82);
    assertThat(candidate.at("/total").asDouble()).isEqualTo(81.5);
    assertThat(candidate.at("/person/name").asString()).isEqualTo("Ann Castellan");
    assertThat(part.at("/requirement").asString()).isEqualTo("r1");
    assertThat(part.at("/evidence/0/quote").asString()).isEqualTo("Ran payroll for\n300 people");
    assertThat(part.at("/evidence/0/page").asInt()).isEqualTo(2);
    assertThat(part.at("/evidence/0/boxes/0/width").asInt()).isEqualTo(200);
  }

  @Test
  void a_requirement_comes_with_the_sentence_that_asks_for_it() {
    assertThat(JSON.at("/jobs/0/requirements/0/need/need").asString()).isEqualTo("skill");
    assertThat(JSON.at("/jobs/0/requirements/0/quote").asString()).isEqualTo("You know payroll.");
  }

  @Test
  void every_file_is_accounted_for() {
    assertThat(JSON.at("/files").toString())
        .isEqualTo("{\"in\":4,\"ranked\":2,\"duplicates\":1,\"review\":1,\"ignored\":1}");
    assertThat(JSON.at("/review/0/reason").asString()).isEqualTo("NO_TEXT");
    assertThat(JSON.at("/duplicates/0/of").asString()).isEqualTo("ann.pdf");
  }

  @Test
  void what_a_cv_does_not_say_is_left_out() {
    assertThat(JSON.at("/jobs/0/candidates/1/person").has("phone")).isFalse();
  }

  private static JsonNode written() {
    var out = new StringWriter();
    ReportJson.write(SampleReport.report(), out);
    return JsonMapper.shared().readTree(out.toString());
  }
}
