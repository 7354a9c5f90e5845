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
  private static final String ENGINE = "local-2";
  private static final int TITLES_KEPT = 20_000;
  private static final int DUTIES_KEPT = 200;
  private static final int JOB_DESCRIPTIONS_KEPT = 64;

  private final String version;
  private final Lexicon lexicon;
  private final WordPiece pieces;
  private final Vectors titles;
  private final Vectors duties;
  private final Nearness nearness;
  private final KindsOfWork kindsOfWork;
  private final Taxonomy taxonomy;
  private final ClaimedTitles claimedTitles;
  private final TechnicalSkills technicalSkills;
  private final Experience experience = new Experience();
  private final EducationPoints education;
  private final SoftSkills softSkills = new SoftSkills();
  private final Gates gates;
  private final Cache<JobDescription, Asked> asked =
      Caffeine.newBuilder().maximumSize(JOB_DESCRIPTIONS_KEPT).build();
  private final Cache<Reading, Prepared> cvs = Caffeine.newBuilder().weakKeys().build();
  private volatile @Nullable Asked last;
  private @Nullable SentenceModel model;

  /// @param taxonomy what skills and occupations are called and how they stand to each other
  public LocalMatcher(Taxonomy taxonomy) {
    this.version = "%s %s %s".formatted(ENGINE, taxonomy.version(), SentenceModel.NAME);
    this.pieces = SentenceModel.vocabulary();
    this.lexicon = new Lexicon(pieces);
    this.titles = new Vectors(text -> model().embed(text, Nearness.TITLE_PIECES), TITLES_KEPT);
    this.duties = new Vectors(text -> model().embed(text, Nearness.DUTY_PIECES), DUTIES_KEPT);
    this.taxonomy = taxonomy;
    this.kindsOfWork = new KindsOfWork(taxonomy, TitleVectors.standard(), titles::of);
    this.nearness = new Nearness(taxonomy, titles, kindsOfWork, TITLES_KEPT);
    this.claimedTitles = new ClaimedTitles(taxonomy, lexicon);
    var skills = new SkillFinder(taxonomy);
    var wordings = new WordingFinder(lexicon);
    this.technicalSkills = new TechnicalSkills(skills, wordings);
    this.education = new EducationPoints(titles);
    this.gates = new Gates(skills, wordings, education);
  }

  @Override
  public Match match(Reading cv, JobDescription jobDescription, Weights weights) {
    var asked = prepared(jobDescription);
    var seen = Seen.of(cv, prepared(cv), asked, nearness);
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
            Advice.questions(dimensions, gaps, answers),
            Flags.of(asked, seen),
            Advice.confidence(cv.profile().confidence(), dimensions),
            version)
        .reweighted(weights);
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public synchronized void close() {
    if (model != null) {
      model.close();
      model = null;
    }
  }

  private Prepared prepared(Reading cv) {
    return cvs.get(cv, known -> Prepared.of(known, lexicon, claimedTitles));
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
        jobDescription, known -> Asked.of(known, lexicon, titles, duties, kindsOfWork, taxonomy));
  }

  private synchronized SentenceModel model() {
    if (model == null) {
      model = new SentenceModel(pieces);
    }
    return model;
  }
}
