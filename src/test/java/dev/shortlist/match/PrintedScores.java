package dev.shortlist.match;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// The core from text to match over a few made-up CVs; as a program it prints every match, so that
/// two JVMs can be compared.
final class PrintedScores {
  private static final Taxonomy TAXONOMY = Taxonomy.standard();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  static final String NURSE =
      """
      Ingrid Ilves
      Intensive Care Nurse
      ingrid.ilves@example.com | +43 660 1234567 | Wien

      PROFESSIONAL EXPERIENCE
      INTENSIVE CARE NURSE, Mercy Hospital, Innsbruck
      March 2019 - present
      - Cared for ventilated patients and gave medication
      - She mentored two trainees each year and improved the handover
      Staff Nurse, City Clinic
      01/2014 - 02/2019
      - Wound care, patient documentation and IV therapy

      EDUCATION
      Bachelor of Science in Nursing, Northford University, 2010 - 2013

      SKILLS
      ACLS, wound care, Excel
      """;

  static final String CLERK =
      """
      Tomas Tirn
      tomas@example.com

      Work experience
      Accounting Clerk, Acme Ltd
      2015 - 2024
      - Booked invoices in SAP and closed the month in Excel
      - Answered the telephone

      Education
      Apprenticeship as a bank clerk, 2012 - 2015
      """;

  static final String POST =
      """
      Intensive Care Nurse (m/f/d)

      Your tasks
      - Care for ventilated patients
      - Give medication and document the course of treatment

      Requirements
      - 3 years of experience in intensive care
      - Registered nurse with a bachelor's degree in nursing
      - Knowledge of wound care and IV therapy
      - Ability to lead a shift in an emergency
      - Team spirit
      - Willingness to work in shifts
      """;

  private PrintedScores() {}

  /// Prints a line for each CV.
  public static void main(String[] arguments) {
    try (var matcher = new LocalMatcher(TAXONOMY)) {
      new PrintStream(System.out, true, StandardCharsets.UTF_8)
          .println(
              List.of(NURSE, CLERK).stream()
                  .map(cv -> match(matcher, cv).toString())
                  .collect(Collectors.joining("\n")));
    }
  }

  static Match match(LocalMatcher matcher, String cv) {
    return matcher.match(read(cv), post(), Weights.STANDARD);
  }

  static Reading read(String cv) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(cv), List.of(), null, List.of());
    return new Reading(source, new LocalProfileReader(TAXONOMY).read(source, TODAY));
  }

  static JobDescription post() {
    return new JobDescriptionReader(TAXONOMY).read(null, VisibleText.of(POST));
  }
}
