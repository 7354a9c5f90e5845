package dev.shortlist.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.jobdescription.Seniority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sr. Accountant|accountant",
        "Plumber (m/f/d) - Leeds|plumber",
        "***URGENT*** Staff Nurse|staff nurse",
        "Crane Operator II|crane operator",
        "Junior Cook at The Old Mill|cook",
        "Saleswoman|salesman",
        "Waitress|waiter",
        "C++ Developer|c++ developer",
        "Senior|senior"
      })
  void only_the_work_is_left_of_a_title(String title, String plain) {
    assertThat(Titles.plain(title)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "Sales Intern,TRAINEE",
    "Junior Cook,JUNIOR",
    "Sr. Accountant,SENIOR",
    "Warehouse Supervisor,LEAD",
    "Director of Nursing,EXECUTIVE",
    "Assistant Director,EXECUTIVE"
  })
  void a_title_tells_how_senior_the_post_is(String title, Seniority seniority) {
    assertThat(Titles.seniority(title)).isEqualTo(seniority);
  }

  @ParameterizedTest
  @CsvSource({
    "Programmer/Analyst (.NET Developer),.NET Developer",
    "Night Auditor / Receptionist,Receptionist"
  })
  void one_title_holds_further_ones(String title, String further) {
    assertThat(Titles.further(title)).contains(further);
  }

  @Test
  void most_titles_do_not() {
    assertThat(Titles.seniority("Plumber")).isNull();
  }
}
