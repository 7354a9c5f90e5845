package dev.shortlist.api;

import dev.shortlist.match.Answer;
import dev.shortlist.match.Recommendation;
import dev.shortlist.screening.Sought;
import dev.shortlist.screening.Verdict;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The part of an address that narrows a ranking.
record Filter(
    @Parameter(
            description =
                "What was decided: `shortlisted`, `on_hold`, `rejected`, `none`; repeat it",
            example = "none")
        @Nullable List<String> verdict,
    @Parameter(description = "Any of these; repeat it", example = "YES")
        @Nullable List<String> recommendation,
    @Parameter(description = "Whole points at least", example = "40") @Nullable Integer minScore,
    @Parameter(description = "Whole points at most", example = "100") @Nullable Integer maxScore,
    @Parameter(
            description =
                "Requirement and answer: `met`, `partly`, `not`, `unknown`; repeat it. Every"
                    + " requirement named must have one of the answers given for it",
            example = "r3:met")
        @Nullable List<String> answer,
    @Parameter(
            description = "Name of a notice, warning or flag; any of them; repeat it",
            example = "HIDDEN_TEXT")
        @Nullable List<String> mark,
    @Parameter(description = "Words that all stand in name, address, headline, skills or posts")
        @Nullable String q) {

  Sought sought() {
    var verdicts = given(verdict);
    boolean undecided = verdicts.removeIf("none"::equalsIgnoreCase);
    return new Sought(
        Fields.all(Verdict.class, "verdict", verdicts),
        undecided,
        Fields.all(Recommendation.class, "recommendation", given(recommendation)),
        minScore == null ? 0 : minScore,
        maxScore == null ? 100 : maxScore,
        answers(),
        upper(mark),
        q == null ? "" : q);
  }

  private Map<String, Set<Answer>> answers() {
    var answers = new HashMap<String, Set<Answer>>();
    for (String one : given(answer)) {
      int colon = one.indexOf(':');
      if (colon < 1) {
        throw Problem.INVALID_VALUE.because(
            "\"%s\" is not an answer to a requirement: write it as r3:met.".formatted(one));
      }
      answers
          .computeIfAbsent(one.substring(0, colon), id -> EnumSet.noneOf(Answer.class))
          .add(Fields.one(Answer.class, "answer", one.substring(colon + 1)));
    }
    return answers;
  }

  private static Set<String> upper(@Nullable List<String> values) {
    var upper = new HashSet<String>();
    given(values).forEach(value -> upper.add(value.toUpperCase(Locale.ROOT)));
    return upper;
  }

  private static Set<String> given(@Nullable List<String> values) {
    return values == null ? new HashSet<>() : new HashSet<>(values);
  }
}
