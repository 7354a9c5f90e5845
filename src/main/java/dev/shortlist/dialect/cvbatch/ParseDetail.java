package dev.shortlist.dialect.cvbatch;

import dev.shortlist.dialect.Texts;
import dev.shortlist.profile.Education;
import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Period;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.Work;
import dev.shortlist.screening.ApplicationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What a CV says. What it does not say is null.
@JsonNaming(SnakeCaseStrategy.class)
record ParseDetail(
    UUID id,
    UUID cvId,
    @Nullable String candidateName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String location,
    @Nullable String currentRole,
    @Nullable String currentCompany,
    double totalExperienceYears,
    String careerLevel,
    List<String> skills,
    List<String> certifications,
    List<String> languages,
    List<Post> workExperience,
    List<Study> education) {
  private static final double MID = 2;
  private static final double SENIOR = 6;

  static ParseDetail of(ApplicationId id, Profile profile) {
    var contact = profile.contact();
    var current =
        profile.work().stream()
            .filter(ParseDetail::isCurrent)
            .findFirst()
            .or(() -> profile.work().stream().findFirst());
    return new ParseDetail(
        id.value(),
        id.value(),
        Fact.valueOf(contact.name()),
        contact.emails().stream().map(Fact::value).findFirst().orElse(null),
        contact.phones().stream().map(Fact::value).findFirst().orElse(null),
        Fact.valueOf(contact.location()),
        current.map(work -> Fact.valueOf(work.title())).orElse(Fact.valueOf(profile.headline())),
        current.map(work -> Fact.valueOf(work.company())).orElse(null),
        Texts.tenths(profile.years()),
        level(profile.years()),
        Texts.skills(profile),
        profile.certificates().stream().map(Fact::value).toList(),
        profile.languages().stream().map(spoken -> spoken.language().value()).toList(),
        profile.work().stream().map(Post::of).toList(),
        profile.education().stream().map(Study::of).toList());
  }

  private static boolean isCurrent(Work work) {
    var period = work.period();
    return period != null && period.value().current();
  }

  private static String level(double years) {
    return years >= SENIOR ? "senior" : years >= MID ? "mid" : "entry";
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record Post(
      @Nullable String title,
      @Nullable String company,
      @Nullable String startDate,
      @Nullable String endDate) {
    static Post of(Work work) {
      var period = Optional.ofNullable(Fact.valueOf(work.period()));
      return new Post(
          Fact.valueOf(work.title()),
          Fact.valueOf(work.company()),
          period.map(Period::start).map(Object::toString).orElse(null),
          period.map(Post::end).orElse(null));
    }

    private static @Nullable String end(Period period) {
      var end = period.end();
      return period.current() ? "Present" : end == null ? null : end.toString();
    }
  }

  record Study(@Nullable String degree, @Nullable String field, @Nullable String institution) {
    static Study of(Education education) {
      return new Study(
          Fact.valueOf(education.degree()),
          Fact.valueOf(education.field()),
          Fact.valueOf(education.institution()));
    }
  }
}
