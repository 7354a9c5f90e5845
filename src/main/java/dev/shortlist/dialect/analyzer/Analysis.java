package dev.shortlist.dialect.analyzer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.shortlist.applicants.Applicant;
import dev.shortlist.dialect.Texts;
import dev.shortlist.profile.Education;
import dev.shortlist.profile.Profile;
import dev.shortlist.screening.StoredJobDescription;
import dev.shortlist.skills.DegreeLevel;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// One CV, read and scored.
///
/// @param candidateId number of the candidate
/// @param notice what was not analysed, absent when everything was
/// @param aiScore 0 to 100 with one decimal
@JsonNaming(SnakeCaseStrategy.class)
record Analysis(
    String status,
    @Nullable Integer candidateId,
    String fileName,
    String jobTitle,
    double aiScore,
    String recommendation,
    Parsing resumeParsing,
    @JsonInclude(Include.NON_NULL) @Nullable String notice) {

  static Analysis of(Applicant applicant, StoredJobDescription job, @Nullable String notice) {
    var profile = Objects.requireNonNull(applicant.profile());
    double score = Texts.tenths(Objects.requireNonNull(applicant.match()).total());
    var candidate = applicant.candidate();
    return new Analysis(
        "success",
        candidate == null ? null : candidate.number(),
        Texts.fileName(applicant.application()),
        job.content().title(),
        score,
        Sentence.about(score),
        Parsing.of(profile),
        notice);
  }

  record Parsing(String skills, String experience, String education) {
    static Parsing of(Profile profile) {
      long years = Math.round(profile.years());
      return new Parsing(
          String.join(", ", Texts.skills(profile)),
          years == 1 ? "1 year" : years + " years",
          profile.education().stream()
              .map(Education::level)
              .filter(Objects::nonNull)
              .max(Comparator.naturalOrder())
              .map(Parsing::word)
              .orElse(""));
    }

    private static String word(DegreeLevel level) {
      return switch (level) {
        case SECONDARY -> "Secondary school";
        case VOCATIONAL -> "Vocational training";
        case ASSOCIATE -> "Associate";
        case BACHELOR -> "Bachelor";
        case MASTER -> "Master";
        case DOCTORATE -> "Doctorate";
      };
    }
  }
}
