package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import java.util.List;

/// Answers the gates: pass with evidence, fail only where the CV says something that falls short,
/// and unknown otherwise, with what the CV says where it speaks of it and leaves it open.
final class Gates {
  /// Enough of a requirement is shown to pass.
  private static final double PASS = 0.5;

  private final SkillFinder skills;
  private final WordingFinder wordings;
  private final TechnicalSkills technicalSkills;
  private final EducationPoints education;
  private final Licences licences;

  Gates(
      SkillFinder skills,
      WordingFinder wordings,
      TechnicalSkills technicalSkills,
      EducationPoints education,
      Licences licences) {
    this.licences = licences;
    this.skills = skills;
    this.wordings = wordings;
    this.technicalSkills = technicalSkills;
    this.education = education;
  }

  List<Gate> answer(Asked asked, Seen seen) {
    var requirements =
        asked.jobDescription().requirements().stream()
            .filter(requirement -> requirement.importance() == Importance.GATE)
            .toList();
    return requirements.stream().map(requirement -> gate(requirement, seen)).toList();
  }

  private Gate gate(Requirement requirement, Seen seen) {
    return switch (requirement.need()) {
      case Need.Skill need -> passOrUnknown(requirement, skills.find(need, seen));
      case Need.SoftSkill need -> passOrUnknown(requirement, SoftSkills.find(need, seen));
      case Need.Wording need -> passOrUnknown(requirement, wordings.find(need, seen));
      case Need.Condition need -> condition(requirement, need, seen);
      case Need.Language need -> passOrFail(requirement, technicalSkills.language(need, seen), 1);
      case Need.Degree need ->
          passOrFail(requirement, education.find(need, requirement.label(), seen), PASS);
      case Need.Experience need ->
          passOrFail(
              requirement,
              Experience.years(Math.max(1, need.years()), need.field() != null, seen),
              1);
    };
  }

  private Gate condition(Requirement requirement, Need.Condition need, Seen seen) {
    var wording = new Need.Wording(cut(need.asked()));
    return switch (need.kind()) {
      case LICENCE -> licence(requirement, licences.find(need, seen), seen);
      case WORK_PERMIT -> permit(requirement, wordings.find(wording, seen), seen);
      case TRAVEL, SHIFTS -> passOrUnknown(requirement, wordings.find(wording, seen));
      // Where a person lives is asked of the person: an address never counts.
      case LOCATION ->
          new Gate(requirement.id(), requirement.label(), Gate.Answer.UNKNOWN, List.of());
    };
  }

  private static Gate permit(Requirement requirement, Finding finding, Seen seen) {
    return Licences.isPending(finding, seen)
        ? open(requirement, finding.evidence(), Licences.NOT_HELD_WORDS, seen)
        : passOrUnknown(requirement, finding);
  }

  /// What the CV names and does not show to be held is neither met nor unsaid.
  private static Gate licence(Requirement requirement, Finding finding, Seen seen) {
    var permit = permit(requirement, finding, seen);
    return permit.answer() == Gate.Answer.PASS
            || permit.isLeftOpen()
            || finding.evidence().isEmpty()
        ? permit
        : open(requirement, finding.evidence(), finding.reason(), seen);
  }

  /// With whole lines, as what leaves it open stands beside its name.
  private static Gate open(
      Requirement requirement, List<Evidence> evidence, String found, Seen seen) {
    var lines =
        evidence.stream()
            .map(one ->
                new Evidence(
                    seen.text().line(seen.text().lineAt(one.passage().start())),
                    one.kind(),
                    one.share(),
                    one.note()))
            .distinct()
            .toList();
    return new Gate(requirement.id(), requirement.label(), Gate.Answer.UNKNOWN, lines, found);
  }

  static String cut(String asked) {
    return asked.substring(0, Math.min(200, asked.length()));
  }

  private static Gate passOrUnknown(Requirement requirement, Finding finding) {
    boolean pass = finding.share() >= PASS;
    return new Gate(
        requirement.id(),
        requirement.label(),
        pass ? Gate.Answer.PASS : Gate.Answer.UNKNOWN,
        pass ? finding.evidence() : List.of());
  }

  private static Gate passOrFail(Requirement requirement, Finding finding, double enough) {
    var answer =
        finding.evidence().isEmpty()
            ? Gate.Answer.UNKNOWN
            : finding.share() >= enough ? Gate.Answer.PASS : Gate.Answer.FAIL;
    return new Gate(requirement.id(), requirement.label(), answer, finding.evidence());
  }
}
