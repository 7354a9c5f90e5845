package dev.shortlist.skills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DegreesTest {
  private final Degrees degrees = Degrees.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B.Sc. Computer Science | BACHELOR",
        "BSc Physics | BACHELOR",
        "B. Sc. Physics | BACHELOR",
        "Bachelor of Arts in History | BACHELOR",
        "BS in Nursing | BACHELOR",
        "B.Tech, B.Com | BACHELOR, BACHELOR",
        "M.Sc. | MASTER",
        "MBA | MASTER",
        "Master's degree | MASTER",
        "Scrum Master | ''",
        "Master of ceremony | MASTER",
        "Diplom-Ingenieur | MASTER",
        "Dipl.-Ing. (FH) Maschinenbau | BACHELOR",
        "Dipl.-Ing. Elektrotechnik | MASTER",
        "Staatsexamen Jura | MASTER",
        "Ph.D. in Chemistry | DOCTORATE",
        "PhD | DOCTORATE",
        "Abitur 2010 | SECONDARY",
        "High School Diploma | SECONDARY",
        "GED | SECONDARY",
        "Associate of Science | ASSOCIATE",
        "HND | ASSOCIATE",
        "Berufsausbildung zum Koch | VOCATIONAL",
        "Diploma in Nursing | VOCATIONAL",
        "Licence en droit | BACHELOR",
        "driving licence | ''",
        "Laurea magistrale | MASTER",
        "Licenciatura en Derecho | BACHELOR",
        "Juris Doctor | MASTER"
      })
  void finds(String text, String levels) {
    var wanted = Alias.items(levels, ',').stream();

    assertThat(degrees.find(text))
        .extracting(Degrees.Mention::level)
        .containsExactlyElementsOf(wanted.map(DegreeLevel::valueOf).toList());
  }

  @Test
  void says_where_the_name_stands() {
    assertThat(degrees.find("2010 Abitur in Ulm"))
        .containsExactly(new Degrees.Mention(DegreeLevel.SECONDARY, 5, 11));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BA, Leeds | BACHELOR",
        "12th, Sample Public School | SECONDARY",
        "MS Computer Science | MASTER",
        "Inżynier, Informatyka | BACHELOR",
        "Master of Science in Biology | MASTER",
        "Dipl.-Ing. (FH) Maschinenbau | BACHELOR",
        "C.B.S.E. Board | ''",
        "M S Rao College | ''",
        "we can be there | ''",
        "Fellow of the Society, as member | ''"
      })
  void short_names_count_where_education_is_spoken_of(String line, String level) {
    assertThat(degrees.ofEducation(line).map(found -> found.level().name()).orElse(""))
        .isEqualTo(level);
  }
}
