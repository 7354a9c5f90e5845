package dev.shortlist.api;

import dev.shortlist.profile.Education;
import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Period;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.profile.SpokenLanguage;
import dev.shortlist.profile.Work;
import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.text.Passage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The structured reading of a CV, with fields as in JSON Resume. What it does not say is null.
@Schema(name = "Profile")
record ProfileBody(
    Basics basics,
    List<Post> work,
    List<Study> education,
    List<Skill> skills,
    List<Language> languages,
    List<String> certificates,
    @Schema(description = "Years of work, overlapping posts counted once") double years,
    @Schema(description = "Day the CV speaks of when it says \"present\"") LocalDate asOf,
    @Schema(description = "How sure the reading is as a whole, 0 to 1") double confidence,
    String version) {

  static ProfileBody of(Profile profile) {
    return new ProfileBody(
        Basics.of(profile),
        profile.work().stream().map(Post::of).toList(),
        profile.education().stream().map(Study::of).toList(),
        profile.skills().stream().map(Skill::of).toList(),
        profile.languages().stream().map(Language::of).toList(),
        profile.certificates().stream().map(Fact::value).toList(),
        profile.years(),
        profile.asOf(),
        profile.confidence(),
        profile.version());
  }

  @Schema(name = "Basics")
  record Basics(
      @Nullable String name,
      @Nullable String label,
      List<String> emails,
      List<String> phones,
      List<String> links,
      @Nullable String location,
      @Nullable String summary) {
    static Basics of(Profile profile) {
      var contact = profile.contact();
      var summary = profile.summary();
      return new Basics(
          Fact.valueOf(contact.name()),
          Fact.valueOf(profile.headline()),
          contact.emails().stream().map(Fact::value).toList(),
          contact.phones().stream().map(Fact::value).toList(),
          contact.links(),
          Fact.valueOf(contact.location()),
          summary == null ? null : summary.quote());
    }
  }

  @Schema(name = "Work")
  record Post(
      @Nullable String name,
      @Nullable String position,
      @Nullable String location,
      @Nullable YearMonth startDate,
      @Nullable YearMonth endDate,
      boolean current,
      List<String> highlights) {
    static Post of(Work work) {
      var period = Fact.valueOf(work.period());
      return new Post(
          Fact.valueOf(work.company()),
          Fact.valueOf(work.title()),
          Fact.valueOf(work.location()),
          start(period),
          end(period),
          period != null && period.current(),
          work.highlights().stream().map(Passage::quote).toList());
    }
  }

  @Schema(name = "Education")
  record Study(
      @Nullable String institution,
      @Nullable String studyType,
      @Nullable DegreeLevel level,
      @Nullable String area,
      @Nullable YearMonth startDate,
      @Nullable YearMonth endDate) {
    static Study of(Education education) {
      var period = Fact.valueOf(education.period());
      return new Study(
          Fact.valueOf(education.institution()),
          Fact.valueOf(education.degree()),
          education.level(),
          Fact.valueOf(education.field()),
          start(period),
          end(period));
    }
  }

  @Schema(name = "Skill")
  record Skill(
      @Schema(description = "Id in the taxonomy, or the words in lower case") String id,
      String name,
      @Schema(description = "Years of the posts that name it; 0 when only listed") double years,
      @Nullable YearMonth lastUsed) {
    static Skill of(SkillUse use) {
      return new Skill(use.skill(), use.name(), use.years(), use.lastUsed());
    }
  }

  @Schema(name = "Language")
  record Language(String language, SpokenLanguage.@Nullable Level fluency) {
    static Language of(SpokenLanguage spoken) {
      return new Language(spoken.language().value(), spoken.level());
    }
  }

  private static @Nullable YearMonth start(@Nullable Period period) {
    return period == null ? null : period.start();
  }

  private static @Nullable YearMonth end(@Nullable Period period) {
    return period == null ? null : period.end();
  }
}
