package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.profile.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A local match in which judgements take the place of what the local matcher found, requirement by
/// requirement. The points are the same shares of the same parts: met is all of a part, partly a
/// half, not is nothing. Where the judgement is "unknown" or rests on no visible words, what the
/// local matcher found stands.
public final class JudgedMatch {
  private final Map<String, Requirement> requirements;
  private final Map<String, Judgement> judgements;
  private final Map<String, Gap> open;
  private final List<Gap> gaps = new ArrayList<>();

  private JudgedMatch(Match local, JobDescription asked, List<Judgement> judgements) {
    this.requirements =
        asked.requirements().stream()
            .collect(Collectors.toMap(Requirement::id, Function.identity()));
    this.judgements =
        judgements.stream()
            .filter(judgement -> judgement.isGrounded() && judgement.answer() != Answer.UNKNOWN)
            .collect(Collectors.toMap(Judgement::requirement, Function.identity(), (a, b) -> a));
    this.open =
        local.gaps().stream().collect(Collectors.toMap(Gap::requirement, gap -> gap, (a, b) -> a));
  }

  /// The match with what was judged.
  ///
  /// @param local the local matcher's match of `cv` with `asked`
  /// @param engine names who judged; it is added to the match's version
  public static Match of(
      Match local, Reading cv, JobDescription asked, List<Judgement> judgements, String engine) {
    var judged = new JudgedMatch(local, asked, judgements);
    var dimensions = local.dimensions().stream().map(judged::dimension).toList();
    var gates = local.gates().stream().map(judged::gate).toList();
    return new Match(
            0,
            dimensions,
            local.weights(),
            judged.gaps,
            gates,
            local.recommendation(),
            "",
            Advice.strengths(dimensions),
            Questions.of(asked.requirements(), dimensions, judged.gaps, gates),
            local.flags(),
            Advice.confidence(cv.profile().confidence(), dimensions),
            local.version() + " " + engine)
        .reweighted(local.weights());
  }

  private DimensionScore dimension(DimensionScore local) {
    return new DimensionScore(
        local.dimension(), local.asked(), local.parts().stream().map(this::part).toList());
  }

  private Part part(Part local) {
    String id = local.requirement();
    var judgement = id == null ? null : judgements.get(id);
    var asked = id == null ? null : requirements.get(id);
    if (judgement == null || asked == null) {
      keepGap(id);
      return local;
    }
    var finding = finding(judgement, asked);
    if (judgement.answer() != Answer.MET && asked.importance() != Importance.GATE) {
      gaps.add(gap(judgement, asked, finding));
    }
    return finding.part(asked, local.outOf());
  }

  private static Gap gap(Judgement judgement, Requirement asked, Finding finding) {
    if (judgement.shows() || judgement.quotes().isEmpty()) {
      return Scored.gap(asked, finding);
    }
    String found = "It says: “%s”.".formatted(judgement.quotes().getFirst().quote());
    return new Gap(asked.id(), asked.label(), asked.importance(), false, found);
  }

  private void keepGap(@Nullable String requirement) {
    var gap = requirement == null ? null : open.get(requirement);
    if (gap != null) {
      gaps.add(gap);
    }
  }

  private static Finding finding(Judgement judgement, Requirement asked) {
    var evidence = evidence(judgement, asked);
    return switch (judgement.answer()) {
      case MET -> new Finding(1, evidence, "A language model read the CV: it meets this.");
      case PARTLY -> new Finding(0.5, evidence, "A language model read the CV: it meets a part.");
      case NOT, UNKNOWN ->
          new Finding(
              0, List.of(), "A language model read the CV and found nothing that shows it.");
    };
  }

  private static List<Evidence> evidence(Judgement judgement, Requirement asked) {
    if (!judgement.shows()) {
      return List.of();
    }
    return judgement.quotes().stream()
        .map(quote ->
            new Evidence(
                quote, kind(quote.quote(), asked), judgement.share(), "told by a language model"))
        .toList();
  }

  private static Evidence.Kind kind(String quote, Requirement asked) {
    boolean named = quote.toLowerCase(Locale.ROOT).contains(asked.label().toLowerCase(Locale.ROOT));
    return named ? Evidence.Kind.EXACT : Evidence.Kind.SIMILAR_WORDING;
  }

  /// A gate fails only where the CV says something that falls short.
  private Gate gate(Gate local) {
    var judgement = judgements.get(local.requirement());
    var asked = requirements.get(local.requirement());
    if (judgement == null || asked == null || judgement.quotes().isEmpty()) {
      return local;
    }
    return switch (judgement.answer()) {
      case MET ->
          new Gate(
              local.requirement(), local.label(), Gate.Answer.PASS, evidence(judgement, asked));
      case NOT -> new Gate(local.requirement(), local.label(), Gate.Answer.FAIL, local.evidence());
      case PARTLY, UNKNOWN -> local;
    };
  }
}
