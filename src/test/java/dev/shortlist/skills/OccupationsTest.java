package dev.shortlist.skills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OccupationsTest {
  private final Taxonomy taxonomy = Taxonomy.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Software Engineer | software-engineer",
        "Senior Software Engineer II | software-engineer",
        "Softwareentwickler (m/w/d) | software-engineer",
        "Softwareentwicklerin | software-engineer",
        "Softwareentwickler/in | software-engineer",
        "Softwareentwickler*in | software-engineer",
        "Java Developer - Payments | java-developer",
        "REGISTERED NURSE | registered-nurse",
        "Staff Nurse, Ward 7 | registered-nurse",
        "Krankenpflegerin | registered-nurse",
        "Certified Nursing Assistant (CNA) | nursing-assistant",
        "Infirmière | registered-nurse",
        "Kauffrau für Büromanagement | administrative-assistant",
        "Lead Line Cook | cook",
        "Sr. Accountant | accountant",
        "Elementary School Teacher | primary-school-teacher",
        "HGV Driver (Class 1) | truck-driver",
        "Elektriker m/w/d | electrician",
        "Project Manager | project-manager",
        "IT Project Manager | it-project-manager",
        "Cook / Cleaner | cook",
        "Manager | general-manager",
        "Rechtsanwältin | lawyer"
      })
  void a_title_names_its_occupation(String title, String occupation) {
    assertThat(taxonomy.occupation(title)).map(Occupation::id).contains(occupation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Senior", "Member of the club", "(m/w/d)", "Head of Widgets"})
  void a_title_that_names_none_has_none(String title) {
    assertThat(taxonomy.occupation(title)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Manager, Human Resources | Human Resources Manager",
        "Sr. Engineer - Mechanical | Mechanical Sr. Engineer",
        "Teacher (Mathematics) | Mathematics Teacher",
        "Assistant – Dental, Northford | Dental Assistant",
        "Analyst: Financial | Financial Analyst"
      })
  void a_title_with_the_role_first_is_turned_round(String title, String usual) {
    assertThat(taxonomy.usualTitle(title)).contains(usual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Human Resources Manager",
        "Electrician - Civil",
        "Accountant, Northford",
        "Manager - Northford",
        "Manager"
      })
  void a_title_that_says_what_the_work_is_stays_as_it_is(String title) {
    assertThat(taxonomy.usualTitle(title)).isEmpty();
  }

  @Test
  void a_role_alone_tells_no_work() {
    assertThat(taxonomy.isRole("Senior Manager")).isTrue();
    assertThat(taxonomy.isRole("Curator")).isFalse();
    assertThat(taxonomy.isRole("")).isFalse();
  }

  @Test
  void an_occupation_is_nearest_to_itself() {
    assertThat(taxonomy.occupationNearness("lawyer", "lawyer")).isEqualTo(1);
  }

  @Test
  void nearness_is_the_same_either_way_round() {
    for (var one : taxonomy.occupations()) {
      for (var other : taxonomy.occupations()) {
        assertThat(taxonomy.occupationNearness(one.id(), other.id()))
            .isEqualTo(taxonomy.occupationNearness(other.id(), one.id()));
      }
    }
  }

  @Test
  void near_occupations_are_nearer_than_those_of_the_field_and_these_than_others() {
    double near = taxonomy.occupationNearness("registered-nurse", "intensive-care-nurse");
    double field = taxonomy.occupationNearness("registered-nurse", "dental-technician");
    double other = taxonomy.occupationNearness("registered-nurse", "truck-driver");

    assertThat(near).isGreaterThan(field);
    assertThat(field).isGreaterThan(other);
    assertThat(other).isZero();
  }

  @Test
  void an_unknown_occupation_is_near_to_none() {
    assertThat(taxonomy.occupationNearness("lawyer", "no-such-occupation")).isZero();
  }
}
