package dev.shortlist.blind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.Examples;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.Stage;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  private static final LocalProfileReader READER = new LocalProfileReader(Taxonomy.standard());

  private static final String CV =
      """
      Gesine Quandt-Oyelaran
      Senior Accountant
      gesine.quandt@example.com | +49 151 5550 1234 | linkedin.com/in/gesinequandt
      Lindenstraße 12, 50667 Fennhausen
      Date of birth: 12.03.1990
      Nationality: German

      Experience
      Accountant, Northmoor Ceramics
      Jan 2018 - Dec 2024
      - Ms Quandt prepared the monthly accounts with SAP and Excel
      - She trained 12 colleagues, 2019 - 2021

      Education
      B.Sc. Accounting, University of Fennhausen, 2010 - 2013

      Skills
      SAP, Excel, Node.js
      """;

  @Test
  void a_title_is_no_millisecond_and_no_software() {
    var hidden = new BitSet();
    Telling.mark("MS Excel, 80 ms, Ms Quandt", hidden);

    assertThat(hidden.stream().toArray()).containsExactly(17, 18);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gesine",
        "Quandt",
        "Oyelaran",
        "example.com",
        "5550",
        "linkedin",
        "Lindenstra",
        "50667",
        "12.03.1990",
        "German",
        "Ms ",
        "She ",
        "Fennhausen"
      })
  void what_tells_who_it_is_is_covered(String telling) {
    assertThat(covered(CV)).doesNotContainIgnoringCase(telling);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Senior Accountant",
        "Northmoor Ceramics",
        "Jan 2018 - Dec 2024",
        "SAP, Excel, Node.js",
        "B.Sc. Accounting",
        "2010 - 2013",
        "trained 12 colleagues, 2019 - 2021",
        "prepared the monthly accounts with SAP and Excel"
      })
  void what_is_judged_stays(String judged) {
    assertThat(covered(CV)).contains(judged);
  }

  @Test
  void letters_are_covered_one_by_one_so_that_offsets_stay() {
    assertThat(covered(CV)).hasSameSizeAs(VisibleText.of(CV).text());
  }

  @Test
  void the_profile_has_no_contact_and_no_school() {
    var profile = reading(CV, "Gesine Quandt.pdf").profile();

    assertThat(profile.contact().name()).isNull();
    assertThat(profile.contact().emails()).isEmpty();
    assertThat(profile.toString()).doesNotContain("Gesine", "Fennhausen", "5550");
  }

  @Test
  void the_file_is_called_by_its_number() {
    assertThat(hidden(CV, "Gesine Quandt.pdf").application().file()).isEqualTo("1.pdf");
  }

  @Test
  void a_name_that_was_not_found_is_known_from_the_file() {
    var text = "Curriculum\nOF GESINE QUANDT\n\nSkills\nSAP\nThanks, Gesine";

    assertThat(covered(text, "cv_gesine_quandt.pdf")).doesNotContainIgnoringCase("gesine");
  }

  @Test
  void a_common_word_that_is_a_name_too_stays_where_it_is_written_small() {
    var text = CV.replace("Gesine", "Mark").replace("trained", "had to mark and trained");

    assertThat(covered(text)).contains("had to mark and").doesNotContain("Mark");
  }

  private static String covered(String text) {
    return covered(text, "cv.pdf");
  }

  private static String covered(String text, String file) {
    return reading(text, file).source().text().text();
  }

  private static Reading reading(String text, String file) {
    return Objects.requireNonNull(hidden(text, file).reading());
  }

  private static ApplicationDetail hidden(String text, String file) {
    var source =
        new Extraction.Text(
            FileType.PDF, 1, VisibleText.of(text), List.of(), LocalDate.of(2025, 1, 1), List.of());
    var reading = new Reading(source, READER.read(source, LocalDate.of(2025, 1, 1)));
    var application = new Examples(file.replace(".pdf", "")).application(Stage.COMPLETED);
    return Mask.hide(new ApplicationDetail(application, 1, reading, null, Map.of()));
  }
}
