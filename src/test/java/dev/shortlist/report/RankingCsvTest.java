package dev.shortlist.report;

import static dev.shortlist.match.Dimension.CULTURE;
import static dev.shortlist.match.Dimension.EDUCATION;
import static dev.shortlist.match.Dimension.EXPERIENCE;
import static dev.shortlist.match.Dimension.SOFT_SKILLS;
import static dev.shortlist.match.Dimension.TECHNICAL_SKILLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.match.Recommendation;
import dev.shortlist.report.Row.Standing;
import dev.shortlist.report.Row.State;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingCsvTest {
  private static final Person ADA =
      new Person("Ada Moor", "ada@example.com", "+44 20 7946 0000", "Engineer", "Leeds", 6.5);

  @Test
  void a_ranked_file_has_its_place_its_points_and_its_state() throws IOException {
    var points =
        Map.of(
            TECHNICAL_SKILLS,
            81.5,
            EXPERIENCE,
            60.2,
            EDUCATION,
            100.0,
            SOFT_SKILLS,
            0.0,
            CULTURE,
            12.0);
    var standing = new Standing(1, 74, points, Recommendation.YES);

    assertThat(csv(new Row("clerk.txt", "a.pdf", ADA, State.READ, "", standing, "SHORTLISTED")))
        .isEqualTo(
            """
            "job","rank","file","name","email","phone","score","technical_skills","experience",\
            "education","soft_skills","culture","recommendation","state","reason","decision"\r
            "clerk.txt","1","a.pdf","Ada Moor","ada@example.com","'+44 20 7946 0000","74","82","60",\
            "100","0","12","YES","read","","SHORTLISTED"\r
            """);
  }

  @Test
  void a_file_in_the_review_tray_has_no_place_and_no_points() throws IOException {
    var row =
        new Row("clerk.txt", "b.pdf", Person.UNKNOWN, State.REVIEW, "the file is empty", null);

    assertThat(csv(row))
        .endsWith("\"clerk.txt\",,\"b.pdf\",,,,,,,,,,,\"review\",\"the file is empty\",\"\"\r\n");
  }

  private static String csv(Row row) throws IOException {
    var out = new StringWriter();
    new RankingCsv(out).add(row);
    return out.toString();
  }
}
