package dev.shortlist.jobdescription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.VisibleText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ways to write a post in which years, degrees, wishes and duties were misread.
class PostsAsWrittenTest {
  private static final JobDescriptionReader READER = new JobDescriptionReader(Taxonomy.standard());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fourteen (14) years of experience as a weaver         | 14
          Three (3) to five (5) years of experience as a weaver |  3
          Thirteen years of experience as a weaver              | 13
          """)
  void years_in_words_and_figures_are_read(String line, int years) {
    assertThat(needs(line)).contains(new Need.Experience(years, "weaver"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Degree or diploma in horticulture or ten years in the work",
        "Associate's degree in horticulture preferred or 2 years' experience in a nursery"
      })
  void years_that_stand_in_for_a_degree_are_not_asked_for_beside_it(String line) {
    assertThat(needs(line)).noneMatch(Need.Experience.class::isInstance);
    assertThat(needs(line))
        .anyMatch(need -> need instanceof Need.Degree degree && degree.orEquivalent());
  }

  @Test
  void years_that_come_with_a_lesser_degree_are_asked_for() {
    assertThat(needs("Master's degree in geology or Bachelor's degree with 2 years of experience"))
        .anyMatch(need -> need instanceof Need.Experience work && work.years() == 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Graduate in any stream",
        "Graduate / Post Graduate in any discipline",
        "Any graduate can apply"
      })
  void a_graduate_of_any_subject_has_a_bachelors_degree(String line) {
    assertThat(needs(line)).contains(new Need.Degree(DegreeLevel.BACHELOR, List.of(), false));
  }

  @Test
  void a_school_to_have_worked_at_is_no_certificate() {
    assertThat(needs("At least two years of classroom experience in a public secondary school"))
        .noneMatch(Need.Degree.class::isInstance);
    assertThat(needs("High school diploma or GED")).anyMatch(Need.Degree.class::isInstance);
  }

  @Test
  void a_degree_or_higher_keeps_its_fields() {
    assertThat(needs("Bachelor's degree or higher in geology, mathematics, or related field"))
        .containsExactly(
            new Need.Degree(DegreeLevel.BACHELOR, List.of("geology", "mathematics"), false));
  }

  @Test
  void masters_beside_a_doctorate_are_the_lower_of_two() {
    assertThat(needs("Advanced degree (Masters, PhD) in geology"))
        .anyMatch(need -> need instanceof Need.Degree it && it.level() == DegreeLevel.MASTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Experience with a Large Language Model (LLM)",
        "Cooperation with the Area Development Program (ADP)"
      })
  void an_abbreviation_that_is_explained_means_nothing_else(String line) {
    assertThat(needs(line))
        .doesNotContain(new Need.Skill(List.of("adp-payroll"), 0))
        .noneMatch(Need.Degree.class::isInstance);
  }

  @Test
  void an_abbreviation_explained_by_its_own_name_counts() {
    assertThat(needs("Certified public accountant (CPA)"))
        .contains(new Need.Skill(List.of("cpa"), 0));
  }

  @Test
  void a_wish_behind_years_in_words_leaves_the_years_required() {
    var card =
        read(
            "A bachelor's degree and three (3) to five (5) years of Human Resources experience,"
                + " Professional in Human Resources (PHR) certification preferred.");

    assertThat(importance(card, Need.Degree.class)).isEqualTo(Importance.REQUIRED);
    assertThat(importance(card, Need.Experience.class)).isEqualTo(Importance.REQUIRED);
  }

  @Test
  void a_whole_list_of_knowledge_can_be_a_plus() {
    var card = read("Knowledge of Photoshop, Dreamweaver, Illustrator, animations is a plus.");

    assertThat(card.requirements())
        .isNotEmpty()
        .allMatch(one -> one.importance() == Importance.PREFERRED);
  }

  @Test
  void a_whole_list_can_be_desired() {
    var card =
        read(
            "Forklift training, spill response experience, confined space certification, and first"
                + " aid certification are strongly desired, but not immediately required.");

    assertThat(card.requirements())
        .isNotEmpty()
        .allMatch(one -> one.importance() == Importance.PREFERRED);
  }

  @Test
  void the_last_two_names_of_a_list_are_two() {
    assertThat(needs("3 years or more with Java, ZRXT, WLMQ and BKQZ"))
        .contains(new Need.Wording("WLMQ"), new Need.Wording("BKQZ"));
  }

  @Test
  void what_a_title_names_is_asked_for() {
    var card =
        READER.read(
            null, VisibleText.of("ASP.NET Developer\n\nRequirements\n- Eager to learn SQL\n"));

    assertThat(card.requirements())
        .anyMatch(one ->
            one.need() instanceof Need.Skill skill
                && skill.anyOf().equals(List.of("asp-net"))
                && one.importance() == Importance.REQUIRED);
  }

  @Test
  void a_name_with_two_capitals_is_told_apart_from_the_word_it_was_glued_to() {
    assertThat(needs("Knowledge of web servicesStrong Python, CSS preprocessorsJQuery, Angular"))
        .contains(new Need.Skill(List.of("jquery"), 0));
  }

  @Test
  void what_only_the_account_of_the_work_names_weighs_half_where_nothing_else_is_asked() {
    var card =
        READER.read(
            null,
            VisibleText.of("Weaver\n\nDuties\n- Weave cloth and do carpentry on the looms\n"));

    assertThat(card.requirements()).isNotEmpty().allMatch(one -> one.weight() <= 0.5);
  }

  @Test
  void piping_belongs_to_drains_beside_stormwater() {
    assertThat(needs("Repair of stormwater piping and ponds"))
        .contains(new Need.Skill(List.of("pipe-laying"), 0));
  }

  @Test
  void a_second_language_behind_a_comma_is_the_only_plus() {
    var card = read("Fluent French, some German is a plus");

    assertThat(card.requirements())
        .extracting(Requirement::importance)
        .containsExactly(Importance.REQUIRED, Importance.PREFERRED);
  }

  @Test
  void a_name_nobody_knows_is_one_of_those_to_choose_from() {
    assertThat(needs("Java, Brogram, or Kotlin"))
        .contains(new Need.Skill(List.of("java", "kotlin"), 0));
  }

  @Test
  void many_years_make_a_post_senior() {
    assertThat(read("7-10 years of experience in road building").seniority())
        .isEqualTo(Seniority.SENIOR);
    assertThat(read("3-5 years of experience in road building").seniority())
        .isEqualTo(Seniority.EXPERIENCED);
  }

  @Test
  void what_the_scope_of_work_includes_is_a_duty() {
    var text =
        """
        Weaver
        JOB SUMMARY:
        The scope of work includes, but is not limited to: required checks of the looms, weaving of \
        carpets, and the repair of the cloth that comes back from customers.
        """;

    assertThat(post(text).duties()).anyMatch(duty -> duty.contains("weaving of carpets"));
    assertThat(post(text).duties()).doesNotContain("JOB");
  }

  @Test
  void a_duty_below_the_wrong_heading_is_one_though_a_comma_follows_its_verb() {
    var text =
        """
        Weaver
        Why join us?
        Repair, clean and oil the looms of both halls every week.
        Requirements:
        Two years at a loom
        """;

    assertThat(post(text).duties())
        .containsExactly("Repair, clean and oil the looms of both halls every week.");
  }

  @Test
  void a_line_that_was_broken_and_spaced_out_is_one() {
    var text =
        """
        Weaver
        Responsibilities:
        Repair the looms of both halls every week, ensuring high

        performance and reliability
        """;

    assertThat(post(text).duties())
        .containsExactly(
            "Repair the looms of both halls every week, ensuring high performance and reliability");
  }

  @Test
  void praise_of_the_house_below_requirements_asks_for_nothing() {
    var text =
        """
        Weaver
        Requirements:
        Join a progressive mill where you'll work with skilled people.
        This organization values humility, honesty and teamwork.
        Two years at a loom
        """;

    assertThat(post(text).requirements()).noneMatch(one -> one.need() instanceof Need.SoftSkill);
  }

  @Test
  void recruiting_beginners_is_a_task_and_no_post_for_them() {
    var text =
        """
        HR Specialist
        Responsibilities:
        Interview, screen and recruit applicants to fill entry-level job openings.
        Requirements:
        Five years of experience in human resources
        """;

    assertThat(post(text).concerns())
        .extracting(Concern::kind)
        .doesNotContain(Concern.Kind.CONTRADICTORY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Familiarity with harvesting data from databases       | crop-production
          Background in mining large sets of data               | mining
          Knowledge of Amazon EMR                               | electronic-health-records
          Experience coaching a SaaS salesforce                 | salesforce
          Knowledge of advertising metrics (CPM, CPC, CPA)      | cpa
          Compliance with established policies and procedures   | policy-writing
          Undergoing personal training and development          | fitness-training
          """)
  void words_of_another_trade_are_not_its_skills(String line, String skill) {
    assertThat(needs(line))
        .noneMatch(need -> need instanceof Need.Skill it && it.anyOf().contains(skill));
  }

  @Test
  void what_is_asked_for_is_not_what_the_post_is_called() {
    assertThat(
            post("""
            Fleet Workshop Supervisor

            Requirements
            - Completed training as a vehicle mechanic
            """)
                .title())
        .isEqualTo("Fleet Workshop Supervisor");
  }

  @Test
  void a_paragraph_may_begin_with_its_heading() {
    var card =
        post(
            """
            Truck Dispatcher

            Who we are. A family of carriers since three generations.

            What you will do. You plan the loads of thirty drivers. You call the brokers.

            Requirements
            - Two years as a truck dispatcher
            """);

    assertThat(card.duties())
        .containsExactly("You plan the loads of thirty drivers.", "You call the brokers.");
  }

  @Test
  void breaks_that_were_lost_once_are_looked_for_all_over() {
    assertThat(
            needs(
                "BS in Pharmacy from an accredited collegeActive pharmacist licenseGood knowledge of JavaScript and pharmacy lawSpeaks Spanish"))
        .contains(
            new Need.Condition(Need.Condition.Kind.LICENCE, "Active pharmacist license"),
            new Need.Skill(List.of("javascript"), 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pay is $17.25 to $20.50 hourly depending on experience.",
        "Member FDIC.",
        "State retirement, full family health coverage, 187 duty days.",
        "This is not a taxi dispatch job, please read before you apply."
      })
  void what_a_house_pays_and_is_asks_for_nothing(String line) {
    assertThat(post("Weaver\nRequirements:\n- Weaving\n\n" + line + "\n").requirements())
        .hasSize(1);
  }

  @Test
  void office_programs_weigh_little() {
    var card =
        post(
            """
            Weaver
            Requirements:
            - Experience in weaving
            - Microsoft Office (Word, PowerPoint, Outlook)
            """);

    assertThat(card.requirements())
        .filteredOn(one -> !one.label().equals("Weaving"))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.weight()).isLessThan(0.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is a mid-level position reporting to the Weaving Manager",
        "It has no direct reports.",
        "Hybrid schedule, 3 days in the mill",
        "Notice period: 30 days",
        "Age: below 40 years",
        "Interested candidates pls share your updated CV with below details",
        "Loom licence not required for this post."
      })
  void how_the_post_stands_asks_nothing(String line) {
    assertThat(needs(line)).isEmpty();
  }

  @Test
  void a_check_of_ten_years_back_asks_for_no_years_of_work() {
    assertThat(needs("Must pass a 10-year background check"))
        .noneMatch(Need.Experience.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Roles and Responsibilities",
        "The ideal candidate will have:",
        "You might be a good fit if you have",
        "Desired Candidate Profile",
        "Key Result Areas:",
        "Even better if you have"
      })
  void headings_of_many_houses_are_known(String line) {
    assertThat(new Headings().section(line)).isPresent();
  }

  @Test
  void what_is_welcome_in_brackets_leaves_what_stands_before_them_asked_for() {
    var asked = post("Weaver\nRequirements\nA bachelor's degree (MBA preferred)");
    assertThat(asked.requirements()).hasSize(2);
    assertThat(asked.requirements())
        .anyMatch(one ->
            one.importance() == Importance.REQUIRED
                && one.need() instanceof Need.Degree it
                && it.level() == DegreeLevel.BACHELOR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Company requires Accountant for its Riverside branch. | Accountant
          We have an urgent opening for Plumber                 | Plumber
          Senior Consultant, Loom Transformation                | Senior Consultant, Loom Transformation
          Plumber - $25/hr                                      | Plumber
          Plumber $25-30 per hour                               | Plumber
          Plumber (£30k - £35k per annum + bonus)               | Plumber
          Plumber up to 45.000 € p.a.                           | Plumber
          Plumber + Sign-On Bonus                               | Plumber
          Plumber 40 hrs/week                                   | Plumber
          Northford Ltd - Plumber - Riverside                   | Plumber
          Exciting opportunity for a Plumber                    | Plumber
          Requisition 20431: Plumber                            | Plumber
          3x Plumber                                            | Plumber
          Plumber Vacancy                                       | Plumber
          'Job Title | Plumber'                                 | Plumber
          Engineer, Civil                                       | Engineer, Civil
          Assistant - Dental                                    | Assistant - Dental
          Our Plumber plays a key role in our team.             | Plumber
          """)
  void a_post_is_called_what_its_first_words_say(String line, String title) {
    var text = line + "\nResponsibilities include but are not limited to:\nLead the model shop";
    assertThat(READER.read(null, VisibleText.of(text)).title()).isEqualTo(title);
  }

  @Test
  void a_line_that_tells_the_pay_alone_is_no_title() {
    var text = "Salary: $50,000 - $60,000\nPlumber\nResponsibilities:\nMend pipes";
    assertThat(READER.read(null, VisibleText.of(text)).title()).isEqualTo("Plumber");
  }

  @Test
  void a_title_with_the_role_first_names_its_occupation() {
    assertThat(READER.read("Engineer - Civil", VisibleText.of("Plans bridges")).occupation())
        .isEqualTo(READER.read("Civil Engineer", VisibleText.of("Plans bridges")).occupation())
        .isNotNull();
  }

  @Test
  void bullets_without_a_blank_are_bullets() {
    assertThat(
            post("Weaver\nYou:\n-hold a diploma\n-are trained in Java\nWe:\n-pay well for Kotlin")
                .requirements())
        .noneMatch(one -> one.label().contains("Kotlin"))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Notice period up to 60 days.",
        "Shift allowance, cab facility and mediclaim for the family are provided.",
        "The mill does not charge any fee; please report any such demand to the HR desk.",
        "Shortlisted candidates will have two technical rounds and an HR round.",
        "Background check and drug test are a client requirement.",
        "All offers are subject to credit and criminal record checks.",
        "The mill is committed to diversity and to fair pay."
      })
  void a_last_paragraph_without_a_heading_asks_nothing(String paragraph) {
    assertThat(post("Weaver\nRequirements\n- Java\nEducation\nBSc\n" + paragraph).requirements())
        .hasSize(2);
  }

  @Test
  void a_heading_in_capitals_may_be_glued_to_the_line_before() {
    var card = post("Weaver\nDuties\nWeave until closureMANDATORY SKILLS\nKotlin\nOracle");

    assertThat(card.requirements())
        .filteredOn(one -> one.importance() == Importance.REQUIRED)
        .extracting(Requirement::label)
        .contains("Kotlin");
  }

  @Test
  void a_name_with_a_capital_inside_is_one_name() {
    assertThat(read("Terraform preferred, CloudFormation accepted").requirements())
        .extracting(Requirement::label)
        .containsExactly("Terraform", "CloudFormation");
  }

  private static @Nullable Importance importance(JobDescription card, Class<? extends Need> need) {
    return card.requirements().stream()
        .filter(one -> need.isInstance(one.need()))
        .map(Requirement::importance)
        .findFirst()
        .orElse(null);
  }

  private static List<Need> needs(String line) {
    return read(line).requirements().stream().map(Requirement::need).toList();
  }

  private static JobDescription read(String line) {
    return post("Weaver\nRequirements:\n- " + line + "\n");
  }

  private static JobDescription post(String text) {
    return READER.read(null, VisibleText.of(text));
  }
}
