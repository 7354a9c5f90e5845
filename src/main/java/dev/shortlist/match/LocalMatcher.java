package dev.shortlist.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The matcher that needs no network: taxonomy, words, and a small language model for titles.
///
/// Safe for many threads. The model is loaded by the first match, which takes about a second; a
/// match with known titles takes less than a millisecond.
public final class LocalMatcher implements Matcher, AutoCloseable {
  private static final String ENGINE = "local-13";
  private static final int JOB_DESCRIPTIONS_KEPT = 64;

  private final String version;
  private final Language language;
  private final FurtherTitles furtherTitles;
  private final Nearness nearness;
  private final KindsOfWork kindsOfWork;
  private final Taxonomy taxonomy;
  private final ClaimedTitles claimedTitles;
  private final WholeTitles wholeTitles;
  private final ToldKinds toldKinds;
  private final TechnicalSkills technicalSkills;
  private final Experience experience = new Experience();
  private final EducationPoints education;
  private final SoftSkills softSkills = new SoftSkills();
  private final Gates gates;
  private final Cache<JobDescription, Asked> asked =
      Caffeine.newBuilder().maximumSize(JOB_DESCRIPTIONS_KEPT).build();
  private final Cache<Reading, Prepared> cvs = Caffeine.newBuilder().weakKeys().build();
  private volatile @Nullable Asked last;

  /// @param taxonomy what skills and occupations are called and how they stand to each other
  public LocalMatcher(Taxonomy taxonomy) {
    this(taxonomy, new Language());
  }

  private LocalMatcher(Taxonomy taxonomy, Language language) {
    this(
        taxonomy,
        language,
        new KindsOfWork(taxonomy.occupations(), language.titles()::of),
        new ToldKinds(taxonomy, language.lexicon()));
  }

  private LocalMatcher(
      Taxonomy taxonomy, Language language, KindsOfWork kindsOfWork, ToldKinds toldKinds) {
    this.language = language;
    this.version = "%s %s %s".formatted(ENGINE, taxonomy.version(), SentenceModel.NAME);
    this.taxonomy = taxonomy;
    this.kindsOfWork = kindsOfWork;
    this.furtherTitles = new FurtherTitles(taxonomy);
    this.nearness =
        new Nearness(taxonomy, furtherTitles, language.titles(), kindsOfWork, Language.TITLES_KEPT);
    this.toldKinds = toldKinds;
    this.wholeTitles = new WholeTitles(taxonomy);
    this.claimedTitles = new ClaimedTitles(taxonomy, language.lexicon());
    var wordings = new WordingFinder(language.lexicon());
    var skills = new SkillFinder(taxonomy, wordings);
    var licences = new Licences(taxonomy, skills, wordings);
    this.technicalSkills = new TechnicalSkills(skills, wordings, licences);
    this.education = new EducationPoints(language.titles());
    this.gates = new Gates(skills, wordings, technicalSkills, education, licences);
  }

  @Override
  public Match match(Reading cv, JobDescription jobDescription, Weights weights) {
    var asked = prepared(jobDescription);
    var seen = Seen.of(cv, prepared(cv), asked, nearness, toldKinds);
    var scored =
        List.of(
            technicalSkills.score(asked, seen),
            experience.score(asked, seen),
            education.score(asked, seen),
            softSkills.score(asked, seen),
            Culture.score(seen));
    var dimensions = scored.stream().map(Scored::score).toList();
    var gaps = new ArrayList<Gap>();
    scored.forEach(dimension -> gaps.addAll(dimension.gaps()));
    var answers = gates.answer(asked, seen);
    return new Match(
            0,
            dimensions,
            weights,
            gaps,
            answers,
            Recommendation.STRONG_NO,
            "",
            Advice.strengths(dimensions),
            Questions.of(jobDescription.requirements(), dimensions, gaps, answers),
            Flags.of(asked, seen),
            Advice.confidence(cv.profile().confidence(), dimensions),
            version)
        .reweighted(weights);
  }

  @Override
  public String version() {
    return version;
  }

  /// A matcher with another taxonomy, which shares the language model and what it made; closing one
  /// of them closes it for both, until it is used again.
  public LocalMatcher with(Taxonomy other) {
    return other.occupations().equals(taxonomy.occupations())
        ? new LocalMatcher(other, language, kindsOfWork, toldKinds)
        : new LocalMatcher(other, language);
  }

  /// What the language model made of the titles and fields of study of a CV that was matched, to be
  /// given to [#recall] when the program has started again.
  public byte[] meanings(Reading cv) {
    var phrases = new ArrayList<>(nearness.phrases(Career.titles(cv.profile(), prepared(cv))));
    for (var education : cv.profile().education()) {
      if (education.field() != null) {
        phrases.add(education.field().value());
      }
    }
    return Meanings.write(language.titles().known(phrases));
  }

  /// Takes over what [#meanings] gave.
  ///
  /// @return whether it is of use: made by the same language model
  public boolean recall(byte[] meanings) {
    var read = Meanings.read(meanings);
    read.ifPresent(language.titles()::keep);
    return read.isPresent();
  }

  @Override
  public void close() {
    language.close();
    kindsOfWork.close();
  }

  private Prepared prepared(Reading cv) {
    return cvs.get(
        cv, known -> Prepared.of(known, language.lexicon(), claimedTitles, wholeTitles, toldKinds));
  }

  // Most often it is the job description of the match before; comparing whole texts takes longer.
  @SuppressWarnings("ReferenceEquality")
  private Asked prepared(JobDescription jobDescription) {
    var recent = last;
    if (recent != null && recent.jobDescription() == jobDescription) {
      return recent;
    }
    var found = find(jobDescription);
    last = found;
    return found;
  }

  private Asked find(JobDescription jobDescription) {
    return asked.get(
        jobDescription, known -> Asked.of(known, language, kindsOfWork, furtherTitles, taxonomy));
  }
}
