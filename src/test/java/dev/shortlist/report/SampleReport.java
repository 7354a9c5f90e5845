package dev.shortlist.report;

import dev.shortlist.jobdescription.Concern;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.jobdescription.Seniority;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.match.Recommendation;
import dev.shortlist.match.Weights;
import dev.shortlist.report.JobRanking.Place;
import dev.shortlist.text.Box;
import dev.shortlist.text.Passage;
import dev.shortlist.text.Reason;
import dev.shortlist.text.VisibleText;
import java.time.LocalDate;
import java.util.List;

/// A report on four invented files: two people in the ranking, a duplicate and a scan.
final class SampleReport {
  private static final Person ANN =
      new Person(
          "Ann Castellan", "ann@example.com", "+44 20 7946 0001", "Payroll clerk", "Leeds", 6.25);
  private static final Person WEI = new Person("王偉", "wei@example.com", null, null, null, 1);

  private SampleReport() {}

  static Report report() {
    var places =
        List.of(
            new Place(1, new Cv("ann.pdf", ANN, List.of()), strong()),
            new Place(
                2,
                new Cv(
                    "wei.docx",
                    WEI,
                    List.of(
                        new Remark(
                            "HIDDEN_TEXT",
                            "hidden text on page 1, which counts for nothing",
                            "hire me"))),
                weak("C & <A> payroll")));
    return report(places);
  }

  /// The report on one person whose CV holds `words` wherever words of a CV can stand.
  static Report reportSaying(String words) {
    var person = new Person(words, words, words, words, words, 0);
    var cv = new Cv(words, person, List.of(new Remark("OLD", words, words)));
    return report(List.of(new Place(1, cv, weak(words))));
  }

  private static Report report(List<Place> places) {
    return new Report(
        LocalDate.of(2026, 6, 1),
        List.of(new JobRanking("clerk.txt", clerk(), places)),
        List.of(new Report.Duplicate("copy.pdf", "ann.pdf", ANN)),
        List.of(new Unread("scan.pdf", Reason.NO_TEXT, "2 pages")),
        1);
  }

  private static JobDescription clerk() {
    var text = VisibleText.of("Payroll clerk\nYou know payroll.\nYou speak French.\nYoung people.");
    return new JobDescription(
        "Payroll clerk",
        text,
        List.of(),
        Seniority.EXPERIENCED,
        null,
        List.of(
            new Requirement(
                "r1",
                "Payroll",
                new Need.Skill(List.of("payroll"), 0),
                Importance.REQUIRED,
                1,
                text.line(1)),
            new Requirement(
                "r2",
                "French",
                new Need.Language("French", null),
                Importance.PREFERRED,
                0.5,
                text.line(2))),
        List.of(new Concern(Concern.Kind.UNLAWFUL, text.line(3), "Say what the work needs.")),
        "jd-1");
  }

  private static Match strong() {
    var quote =
        new Passage("Ran payroll for\n300 people", 40, 2, List.of(new Box(10, 20, 200, 12)));
    var part =
        new Part(
            "r1",
            "Payroll",
            Importance.REQUIRED,
            90,
            100,
            List.of(new Evidence(quote, Evidence.Kind.EXACT, 1, "payroll for 6 years")),
            "Named in a post of 6 years.");
    return match(
        81.5, part, List.of(), List.of("Payroll for 6 years"), List.of(), Recommendation.YES);
  }

  private static Match weak(String words) {
    var quote = new Passage(words, 0, 1, List.of());
    var part =
        new Part(
            "r1",
            "Payroll",
            Importance.REQUIRED,
            30,
            100,
            List.of(new Evidence(quote, Evidence.Kind.RELATED, 0.3, words)),
            "A related skill.");
    return match(
        27.4,
        part,
        List.of(
            new Gap("r2", "French", Importance.PREFERRED, true, ""),
            new Gap("r1", "Payroll", Importance.REQUIRED, false, words)),
        List.of(),
        List.of("What did you do with " + words + "?"),
        Recommendation.STRONG_NO);
  }

  private static Match match(
      double total,
      Part part,
      List<Gap> gaps,
      List<String> strengths,
      List<String> questions,
      Recommendation recommendation) {
    var technical = new DimensionScore(Dimension.TECHNICAL_SKILLS, true, List.of(part));
    var dimensions =
        List.of(
            technical,
            new DimensionScore(Dimension.EXPERIENCE, false, List.of()),
            new DimensionScore(Dimension.EDUCATION, false, List.of()),
            new DimensionScore(Dimension.SOFT_SKILLS, false, List.of()),
            new DimensionScore(Dimension.CULTURE, false, List.of()));
    return new Match(
        total,
        dimensions,
        Weights.STANDARD,
        gaps,
        List.of(new Gate("r3", "Work permit", Gate.Answer.UNKNOWN, List.of())),
        recommendation,
        "Payroll is what the post is about.",
        strengths,
        questions,
        List.of(),
        0.8,
        "match-1");
  }
}
