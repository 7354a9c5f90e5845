package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FurtherTitlesTest {
  private final FurtherTitles further = new FurtherTitles(Taxonomy.standard());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Programmer (.NET Developer) | .NET Developer",
        "Manager, Human Resources | Human Resources Manager",
        "Engineer - Mechanical | Mechanical Engineer",
        "Electrician, Northford Ltd | Electrician",
        "Position: Paralegal | Paralegal",
        "Asst. Store Mgr | assistant Store manager",
        "Bilingual Social Worker | Social Worker",
        "Night Shift Security Guard | Security Guard"
      })
  void a_title_holds_the_names_of_its_work(String title, String name) {
    assertThat(further.held(title)).contains(name);
    assertThat(further.offered(title)).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lead Electrician | Electrician",
        "Principal Civil Engineer | Civil Engineer",
        "Team Lead Customer Service Representative | Customer Service Representative",
        "Paralegal Supervisor | Paralegal"
      })
  void who_leads_such_work_can_do_it_and_who_does_it_need_not_lead(String title, String name) {
    assertThat(further.held(title)).contains(name);
    assertThat(further.offered(title)).doesNotContain(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Director, Business Affairs", "District Manager", "Principal Engineer"})
  void a_mere_role_is_no_name_of_work(String title) {
    assertThat(further.held(title)).doesNotContain("Director", "Manager", "Engineer");
  }

  @Test
  void a_plain_title_has_no_further_names() {
    assertThat(further.held("Curator")).isEmpty();
  }
}
