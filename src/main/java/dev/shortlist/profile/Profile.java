package dev.shortlist.profile;

import dev.shortlist.text.Passage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The structured reading of a CV, fields as in JSON Resume. What the text does not say is absent.
///
/// @param headline what the person calls herself or himself: `Senior Accountant`
/// @param work newest first
/// @param years years of work, overlapping posts counted once, as of [#asOf]
/// @param asOf day the CV speaks of when it says "present"
/// @param confidence 0 to 1: how sure the reading is as a whole
/// @param warnings what a recruiter should know about the reading
/// @param version version of the reader and the taxonomy that made it
public record Profile(
    Contact contact,
    @Nullable Fact<String> headline,
    @Nullable Passage summary,
    List<Work> work,
    List<Education> education,
    List<SkillUse> skills,
    List<SpokenLanguage> languages,
    List<Fact<String>> certificates,
    double years,
    LocalDate asOf,
    double confidence,
    List<Warning> warnings,
    String version) {
  public Profile {
    work = List.copyOf(work);
    education = List.copyOf(education);
    skills = List.copyOf(skills);
    languages = List.copyOf(languages);
    certificates = List.copyOf(certificates);
    warnings = List.copyOf(warnings);
  }
}
