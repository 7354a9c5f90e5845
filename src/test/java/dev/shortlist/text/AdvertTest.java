package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvertTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        About the role
        We are looking for a nurse for our day clinic. You will work with three doctors.
        What we offer: a competitive salary. Apply now.
        """,
        """
        Wir suchen eine Pflegekraft. Ihre Aufgaben: Pflege. Bewerben Sie sich.
        About the job: see above. Requirements: a degree. How to apply: by mail.
        """
      })
  void a_job_description_pasted_into_a_cv_is_told_and_stays_text(String pasted) {
    var cv = "Mira Holt\nNurse at Harbour Clinic, 2019 - 2024\n" + pasted;

    var text = Readings.text(cv.getBytes(StandardCharsets.UTF_8), "cv.txt");

    assertThat(text.notices())
        .extracting(Notice::kind)
        .containsExactly(Notice.Kind.JOB_DESCRIPTION);
    assertThat(text.text().text()).contains("Mira Holt").hasSizeGreaterThan(pasted.length());
  }

  @Test
  void a_cv_that_speaks_of_hiring_is_no_job_description() {
    var cv =
        """
        Mira Holt
        Recruiter. Wrote job descriptions and met every successful candidate in person.
        Looking for a new position with an equal opportunity employer.
        """;

    assertThat(Readings.text(cv.getBytes(StandardCharsets.UTF_8), "cv.txt").notices()).isEmpty();
  }
}
