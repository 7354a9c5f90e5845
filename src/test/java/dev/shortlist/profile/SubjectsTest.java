package dev.shortlist.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What somebody studied, however the degree is written.
class SubjectsTest {
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BA Accounting and Finance                               | Accounting and Finance
          BSc Computer Science                                    | Computer Science
          BSc (Hons) Computer Science                             | Computer Science
          BSc Hons in Nursing                                     | Nursing
          B.Tech, Computer Science                                | Computer Science
          M.Sc. Physik                                            | Physik
          Bachelor of Science in Software                         | Software
          Bachelor of Science in Nursing                          | Nursing
          Bachelor of Science Informatik                          | Informatik
          Bachelor of Engineering in Computer Science             | Computer Science
          Master of Science in Computer Science                   | Computer Science
          Associate of Applied Science in Information Technology  | Information Technology
          Bachelor of Economics                                   | Economics
          Bachelor of Nursing (Adult)                             | Nursing
          Bachelor in Paramedic Science                           | Paramedic Science
          Master of Business Administration                       | Business Administration
          Bachelor's degree in accounting                         | accounting
          Diploma in Accounting                                   | Accounting
          Licence en Droit                                        | Droit
          """)
  void the_subject_is_what_stands_behind_the_degree(String degree, String subject) {
    assertThat(subject(degree)).isEqualTo(subject);
  }

  @ParameterizedTest
  @CsvSource({
    "Bachelor of Science",
    "Bachelor of Arts",
    "BSc",
    "BSc (Hons)",
    "BSc First Class Honours",
    "BSc Distinction",
    "BSc Expected May 2027",
    "Doctor of Philosophy"
  })
  void a_degree_or_a_grade_alone_is_no_subject(String degree) {
    assertThat(subject(degree)).isEqualTo("");
  }

  private static String subject(String degree) {
    var text = "Dana Example\n\nEducation\n%s\nExample University\n2014 - 2017\n".formatted(degree);
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(text), List.of(), null, List.of());
    var education = READER.read(source, LocalDate.of(2026, 11, 22)).education();
    assertThat(education).as(degree).hasSize(1);
    var field = education.getFirst().field();
    return field == null ? "" : field.value();
  }
}
