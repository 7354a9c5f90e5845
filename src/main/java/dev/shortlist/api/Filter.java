package dev.shortlist.api;

import dev.shortlist.match.Answer;
import dev.shortlist.match.Match;
import dev.shortlist.match.Recommendation;
import dev.shortlist.profile.Warning;
import dev.shortlist.screening.Sought;
import dev.shortlist.screening.Verdict;
import dev.shortlist.text.Notice;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /// Names of notices, warnings and flags.
  private static final Set<String> MARKS =
      Stream.of(Notice.Kind.values(), Warning.Kind.values(), Match.Flag.Kind.values())
          .flatMap(Arrays::stream)
          .map(Enum::name)
          .collect(Collectors.toCollection(TreeSet::new));

  /// @throws Problem.Refused if a value is none its field takes: nobody would be found by it, and
  ///   nobody would see why
  Sought sought() {
    int least = minScore == null ? 0 : Fields.within("minScore", minScore, 0, 100);
    int most = maxScore == null ? 100 : Fields.within("maxScore", maxScore, 0, 100);
    if (least > most) {
      throw Problem.INVALID_VALUE.because(
          "minScore must not be above maxScore but is %d, and maxScore %d.".formatted(least, most));
    }
    return new Sought(
        verdicts(),
        given(verdict).stream().anyMatch(Filter::isNone),
        Fields.all(Recommendation.class, "recommendation", given(recommendation)),
        least,
        most,
        answers(),
        marks(),
        q == null ? "" : q);
  }

  private Set<Verdict> verdicts() {
    var verdicts = EnumSet.noneOf(Verdict.class);
    for (String one : given(verdict)) {
      if (!isNone(one)) {
        verdicts.add(
            Fields.find(Verdict.class, one)
                .orElseThrow(() ->
                    Problem.INVALID_VALUE.because(
                        "\"%s\" is not a valid verdict; the values are %s and none."
                            .formatted(one, Arrays.toString(Verdict.values())))));
      }
    }
    return verdicts;
  }

  private static boolean isNone(String verdict) {
    return verdict.equalsIgnoreCase("none");
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

  private Set<String> marks() {
    var marks = new HashSet<String>();
    for (String one : given(mark)) {
      String name = one.strip().toUpperCase(Locale.ROOT);
      if (!MARKS.contains(name)) {
        throw Problem.INVALID_VALUE.because(
            "\"%s\" is not a valid mark; the values are %s.".formatted(one, MARKS));
      }
      marks.add(name);
    }
    return marks;
  }

  private static Set<String> given(@Nullable List<String> values) {
    return values == null ? new HashSet<>() : new HashSet<>(values);
  }
}
