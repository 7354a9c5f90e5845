package dev.shortlist;

import dev.shortlist.intake.Received;
import dev.shortlist.jobdescription.Concern;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.match.Recommendation;
import dev.shortlist.match.Weights;
import dev.shortlist.profile.Contact;
import dev.shortlist.profile.Education;
import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Period;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.profile.SpokenLanguage;
import dev.shortlist.profile.Warning;
import dev.shortlist.profile.Work;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.JobDescriptionId;
import dev.shortlist.screening.Priority;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.ScreeningId;
import dev.shortlist.screening.Stage;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.Line;
import dev.shortlist.text.Notice;
import dev.shortlist.text.Passage;
import dev.shortlist.text.Reason;
import dev.shortlist.text.VisibleText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One invented candidate in one invented screening, with `word` in every text a stranger can
/// write.
public record Examples(String word) {
  private static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");
  public static final ScreeningId SCREENING = new ScreeningId(new UUID(1, 1));
  private static final JobDescriptionId JOB = new JobDescriptionId(new UUID(1, 2));

  public VisibleText text() {
    return new VisibleText(
        List.of(
            line(word + " Brandt", 1, 20, true),
            line("Senior backend developer " + word, 2, 10, false),
            line("Work", 3, 12, true),
            line("Built the berth planner in Java and Spring Boot " + word, 4, 10, false),
            line("Kept PostgreSQL fast for eight years", 4, 10, false)));
  }

  private static Line line(String text, int block, float size, boolean bold) {
    return new Line(text, 1, block, null, size, bold);
  }

  private Passage whole(int line) {
    return text().line(line);
  }

  private <T> Fact<T> fact(T value) {
    return new Fact<>(value, whole(0), 0.9);
  }

  public Reading reading() {
    var post =
        new Work(
            fact("Harbour " + word),
            fact("Developer " + word),
            fact(word),
            fact(new Period(YearMonth.of(2018, 3), YearMonth.of(2026, 11), true, false)),
            List.of(whole(3)),
            whole(3));
    var study =
        new Education(
            fact("University of " + word),
            fact("B.Sc. " + word),
            DegreeLevel.BACHELOR,
            fact(word),
            null,
            whole(1));
    var skill =
        new SkillUse(
            "java",
            "Java " + word,
            true,
            List.of(new SkillUse.Mention(whole(3), SkillUse.Place.WORK)),
            8.7,
            YearMonth.of(2026, 11));
    var profile =
        new Profile(
            new Contact(
                fact(word + " Brandt"),
                List.of(fact(word + "@example.com")),
                List.of(fact("+44 " + word)),
                List.of("https://example.com/" + word),
                fact("Hull " + word)),
            fact("Senior backend developer " + word),
            null,
            List.of(post),
            List.of(study),
            List.of(skill),
            List.of(new SpokenLanguage(fact("English " + word), SpokenLanguage.Level.NATIVE)),
            List.of(fact("Certified " + word)),
            8.7,
            LocalDate.of(2026, 11, 22),
            0.9,
            List.of(new Warning(Warning.Kind.OLD, "its own date is 2020 " + word)),
            "reader 1");
    var source =
        new Extraction.Text(
            FileType.PDF,
            1,
            text(),
            List.of(),
            null,
            List.of(new Notice(Notice.Kind.HIDDEN_TEXT, word, 1)));
    return new Reading(source, profile);
  }

  public Match match() {
    var evidence = new Evidence(whole(3), Evidence.Kind.EXACT, 1, "Java " + word);
    var parts =
        List.of(
            new Part(
                "r1",
                "Java " + word,
                Importance.REQUIRED,
                45,
                50,
                List.of(evidence),
                "Used for 8.7 years. " + word),
            new Part(
                "r2",
                "Kafka " + word,
                Importance.REQUIRED,
                0,
                50,
                List.of(),
                "Not found. " + word));
    return new Match(
        45,
        List.of(
            new DimensionScore(Dimension.TECHNICAL_SKILLS, true, parts),
            new DimensionScore(Dimension.EXPERIENCE, false, List.of()),
            new DimensionScore(Dimension.EDUCATION, false, List.of()),
            new DimensionScore(Dimension.SOFT_SKILLS, false, List.of()),
            new DimensionScore(Dimension.CULTURE, false, List.of())),
        Weights.STANDARD,
        List.of(new Gap("r2", "Kafka " + word, Importance.REQUIRED, true, word)),
        List.of(new Gate("r3", "Licence " + word, Gate.Answer.FAIL, List.of(evidence))),
        Recommendation.MAYBE,
        "Half of what is asked is shown. " + word,
        List.of("Eight years of Java " + word),
        List.of("What did you send over Kafka? " + word),
        List.of(new Match.Flag(Match.Flag.Kind.KEYWORD_STUFFING, "Java nine times " + word)),
        0.8,
        "matcher 1");
  }

  public Application application(Stage stage) {
    return new Application(
        new ApplicationId(new UUID(2, stage.name().length())),
        SCREENING,
        1,
        word + ".pdf",
        "00",
        stage,
        stage == Stage.NEEDS_REVIEW ? Reason.ENCRYPTED : null,
        stage == Stage.NEEDS_REVIEW ? word : "",
        stage == Stage.FAILED ? word : null,
        null,
        null,
        AT,
        AT,
        AT);
  }

  public ApplicationDetail detail() {
    return new ApplicationDetail(application(Stage.COMPLETED), 1, reading(), match(), Map.of());
  }

  public RankedApplication ranked() {
    return new RankedApplication(
        1, application(Stage.COMPLETED), reading().profile(), match(), List.of());
  }

  public StoredJobDescription job() {
    var text = VisibleText.of("Developer " + word + "\nYou know Java " + word);
    var content =
        new JobDescription(
            "Developer " + word,
            text,
            List.of(),
            null,
            null,
            List.of(
                new Requirement(
                    "r1",
                    "Java " + word,
                    new Need.Skill(List.of("java"), 0),
                    Importance.REQUIRED,
                    1,
                    text.line(1))),
            List.of(new Concern(Concern.Kind.UNLAWFUL, text.line(0), "Leave it out. " + word)),
            "reader 1");
    return new StoredJobDescription(JOB, 1, 1, word, content, Weights.STANDARD, AT, null);
  }

  public Screening screening() {
    return new Screening(
        SCREENING,
        1,
        word,
        "Developers " + word,
        JOB,
        Screening.State.RUNNING,
        Priority.NORMAL,
        AT,
        null);
  }

  public Progress progress(Screening.State state) {
    return new Progress(
        state,
        4,
        Map.of(Stage.COMPLETED, 1, Stage.NEEDS_REVIEW, 1, Stage.FAILED, 1, Stage.QUEUED, 1),
        1,
        75,
        Duration.ofSeconds(40),
        "v1");
  }

  public List<Received> received() {
    var id = new ApplicationId(new UUID(2, 1));
    return List.of(
        new Received.Accepted(word + ".pdf", id),
        new Received.Duplicate(word + " (1).pdf", id, word + ".pdf"),
        new Received.Refused(word + ".exe", id, Reason.UNSUPPORTED, word),
        new Received.Ignored(word + "/.DS_Store"));
  }
}
