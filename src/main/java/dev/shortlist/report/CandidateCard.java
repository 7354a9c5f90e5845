package dev.shortlist.report;

import static dev.shortlist.report.Html.all;
import static dev.shortlist.report.Html.tag;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.match.Recommendation;
import dev.shortlist.report.JobRanking.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One person's place in a ranking: every part of the score with the words that earned it, what is
/// missing, and what to ask.
final class CandidateCard {
  private CandidateCard() {}

  static Html of(Place place, JobDescription asked, String anchor) {
    var match = place.match();
    return tag(
        "article.card#" + anchor,
        head(place),
        remarks(place),
        match.reasoning().isEmpty() ? Html.NOTHING : tag("p.reasoning", match.reasoning()),
        tag("div.dimensions", match.dimensions().stream().map(score -> bar(score, match)).toList()),
        tag(
            "div.columns",
            list("Strengths", match.strengths()),
            list("Gaps", match.gaps().stream().map(CandidateCard::gap).toList()),
            list("Conditions", match.gates().stream().map(CandidateCard::gate).toList()),
            list("Ask in the interview", match.questions())),
        match.dimensions().stream().map(CandidateCard::parts).toList());
  }

  static Html badge(Recommendation recommendation) {
    return tag(
        "span.badge." + recommendation.name().toLowerCase(Locale.ROOT), recommendation.label());
  }

  private static Html head(Place place) {
    var match = place.match();
    return tag(
        "header",
        tag("span.rank", place.rank()),
        tag("div", tag("h3", HtmlReport.name(place)), tag("p.soft", facts(place))),
        tag("div.total", tag("strong", match.score()), tag("small", "of 100")),
        badge(match.recommendation()));
  }

  private static String facts(Place place) {
    var person = place.cv().person();
    var facts = new ArrayList<String>();
    add(facts, person.headline());
    facts.add(String.format(Locale.ROOT, "%.1f years of work", person.years()));
    add(facts, person.location());
    add(facts, person.email());
    add(facts, person.phone());
    facts.add(place.cv().file());
    return String.join(" · ", facts);
  }

  private static void add(List<String> facts, @Nullable String fact) {
    if (fact != null) {
      facts.add(fact);
    }
  }

  private static Html remarks(Place place) {
    var lines = new ArrayList<Html>();
    place.cv().remarks().forEach(remark -> lines.add(tag("li", remark.sentence())));
    place.match().flags().forEach(flag -> lines.add(tag("li", flag.detail())));
    return lines.isEmpty() ? Html.NOTHING : tag("div.notice", tag("ul.plain", lines));
  }

  static Html bar(DimensionScore score, Match match) {
    var label = score.dimension().label();
    if (!score.asked()) {
      return tag("div.soft", tag("span", label), tag("span", "not asked"), Html.bar(0));
    }
    return tag(
        "div",
        tag("span", label),
        tag("span", points(score.points()), tag("small", weight(score, match))),
        Html.bar(score.points()));
  }

  /// The share of the score that a dimension has, against all that are asked for.
  private static String weight(DimensionScore score, Match match) {
    int all =
        match.dimensions().stream()
            .filter(DimensionScore::asked)
            .mapToInt(other -> match.weights().of(other.dimension()))
            .sum();
    int weight = match.weights().of(score.dimension());
    return weight == 0 ? " does not count" : " × %s%%".formatted(Math.round(100.0 * weight / all));
  }

  static Html parts(DimensionScore score) {
    if (score.parts().isEmpty()) {
      return Html.NOTHING;
    }
    return tag(
        "section.parts",
        tag("h4", score.dimension().label(), tag("span.soft", points(score.points()) + " of 100")),
        score.parts().stream().map(CandidateCard::part).toList());
  }

  private static Html part(Part part) {
    return tag(
        part.evidence().isEmpty() ? "div.part.missing" : "div.part",
        tag("div.points", tag("strong", points(part.points())), " of " + points(part.outOf())),
        tag(
            "div",
            tag("p", tag("strong", part.label()), " ", tag("span.soft", part.reason())),
            part.evidence().stream().map(CandidateCard::quote).toList()));
  }

  private static Html quote(Evidence evidence) {
    var passage = evidence.passage();
    return tag(
        "blockquote",
        passage.quote().strip(),
        tag(
            "footer",
            "page " + passage.page(),
            evidence.kind() == Evidence.Kind.EXACT ? "" : " · " + word(evidence.kind()),
            evidence.note().isEmpty() ? "" : " · " + evidence.note()));
  }

  private static String word(Evidence.Kind kind) {
    return switch (kind) {
      case EXACT -> "the same words";
      case ALIAS -> "another name for it";
      case NARROWER -> "a kind of it";
      case BROADER -> "a wider skill";
      case RELATED -> "a related skill";
      case SIMILAR_WORDING -> "similar wording";
    };
  }

  static Html gap(Gap gap) {
    return all(
        tag("strong", gap.label()),
        tag("span.soft", " " + gap.importance().name().toLowerCase(Locale.ROOT)),
        tag(
            "span.soft",
            gap.unknown()
                ? ", the CV does not say"
                : gap.found().isEmpty() ? "" : ", " + gap.found()));
  }

  static Html gate(Gate gate) {
    var answer =
        switch (gate.answer()) {
          case PASS -> "✓ met";
          case UNKNOWN -> "? the CV does not say";
          case FAIL -> "✗ not met";
        };
    return all(
        tag("strong", gate.label()),
        tag("span.soft", " " + answer),
        gate.evidence().stream().map(CandidateCard::quote).toList());
  }

  static Html list(String heading, Collection<?> lines) {
    if (lines.isEmpty()) {
      return Html.NOTHING;
    }
    return tag(
        "div",
        tag("h4", heading),
        tag("ul.plain", lines.stream().map(line -> tag("li", line)).toList()));
  }

  /// Points to one place, so that they add up to what the eye sees.
  static String points(double points) {
    var text = String.format(Locale.ROOT, "%.1f", points);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
