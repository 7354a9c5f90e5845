package dev.shortlist.skills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DegreeSubjectsTest {
  private final DegreeSubjects subjects = DegreeSubjects.standard();

  @ParameterizedTest
  @CsvSource({
    "Bachelor of Nursing, Nursing",
    "Bachelor of Science in Nursing, Nursing",
    "Master of Public Health, Public Health",
    "Bachelor of Laws, Laws",
    "Associate Degree in Nursing, Nursing",
    "Master of Business Administration, Business Administration",
    "BSN, nursing",
    "B.S.N., nursing",
    "LL.B., law",
    "M.B.A., business administration",
    "B. Com, commerce",
    "Pharm.D., pharmacy"
  })
  void are_said_by_the_name(String degree, String subject) {
    assertThat(subjects.of(degree)).contains(subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BSc",
        "M.A.",
        "Bachelor",
        "Bachelor's degree",
        "Bachelor of Science",
        "Master of Arts",
        "Doctor of Philosophy",
        "PhD",
        "Bachelor of Technology",
        "Diploma",
        ""
      })
  void are_not_said_by_names_for_any(String degree) {
    assertThat(subjects.of(degree)).isEmpty();
  }
}
