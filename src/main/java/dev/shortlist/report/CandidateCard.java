package dev.shortlist.report;

import static dev.shortlist.report.Html.all;
import static dev.shortlist.report.Html.tag;

import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.match.Recommendation;
import dev.shortlist.report.JobRanking.Place;
import dev.shortlist.translation.Translation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One person's place in a ranking: every part of the score with the words that earned it, what is
/// missing, and what to ask.
final class CandidateCard {
  private final Translation in;

  CandidateCard(Translation in) {
    this.in = in;
  }

  Html of(Place place, String anchor) {
    var match = place.match();
    return tag(
        "article.card#" + anchor,
        head(place),
        remarks(place),
        match.reasoning().isEmpty() ? Html.NOTHING : tag("p.reasoning", in.of(match.reasoning())),
        tag("div.dimensions", match.dimensions().stream().map(score -> bar(score, match)).toList()),
        tag(
            "div.columns",
            list("Strengths", match.strengths().stream().map(in::of).toList()),
            list("Gaps", match.gaps().stream().map(this::gap).toList()),
            list("Conditions", match.gates().stream().map(this::gate).toList()),
            list("Ask in the interview", match.questions().stream().map(in::of).toList())),
        match.dimensions().stream().map(score -> parts(score, match)).toList());
  }

  Html badge(Recommendation recommendation) {
    return tag(
        "span.badge." + recommendation.name().toLowerCase(Locale.ROOT),
        in.of(recommendation.label()));
  }

  private Html head(Place place) {
    var match = place.match();
    return tag(
        "header",
        tag("span.rank", place.rank()),
        tag("div", tag("h3", HtmlReport.name(place)), tag("p.soft", facts(place))),
        tag("div.total", tag("strong", match.score()), tag("small", in.say("of 100"))),
        badge(match.recommendation()));
  }

  private Html facts(Place place) {
    var person = place.cv().person();
    return listed(
        person.headline(),
        in.say("{0#} years of work", years(person)),
        person.location(),
        person.email(),
        person.phone(),
        place.cv().file());
  }

  /// Words of different writings beside each other, each in its own direction.
  static Html listed(@Nullable String... words) {
    var listed = new ArrayList<Object>();
    for (var word : words) {
      if (word != null) {
        listed.add(listed.isEmpty() ? "" : " · ");
        listed.add(tag("bdi", word));
      }
    }
    return all(listed);
  }

  private Html remarks(Place place) {
    var lines = new ArrayList<Html>();
    place.cv().remarks().forEach(remark -> lines.add(tag("li", remark.sentence(in))));
    place.match().flags().forEach(flag -> lines.add(tag("li", in.of(flag.detail()))));
    return lines.isEmpty() ? Html.NOTHING : tag("div.notice", tag("ul.plain", lines));
  }

  Html bar(DimensionScore score, Match match) {
    var label = in.of(score.dimension().label());
    if (!score.asked()) {
      return tag("div.soft", tag("span", label), tag("span", in.say("not asked")), Html.bar(0));
    }
    return tag(
        "div",
        tag("span", label),
        tag("span", points(score.points()), tag("small", weight(score, match))),
        Html.bar(score.points()));
  }

  /// The share of the score that a dimension has, against all that are asked for.
  private String weight(DimensionScore score, Match match) {
    int all =
        match.dimensions().stream()
            .filter(DimensionScore::asked)
            .mapToInt(other -> match.weights().of(other.dimension()))
            .sum();
    int weight = match.weights().of(score.dimension());
    return weight == 0
        ? " " + in.say("does not count")
        : " × %s%%".formatted(Math.round(100.0 * weight / all));
  }

  Html parts(DimensionScore score, Match match) {
    if (score.parts().isEmpty()) {
      return Html.NOTHING;
    }
    return tag(
        "section.parts",
        tag(
            "h4",
            in.of(score.dimension().label()),
            tag("span.soft", in.say("{0#} of 100", points(score.points()))),
            match.weights().of(score.dimension()) == 0
                ? tag("span.soft", in.say("does not count"))
                : Html.NOTHING),
        score.parts().stream().map(this::part).toList());
  }

  private Html part(Part part) {
    return tag(
        part.evidence().isEmpty() ? "div.part.missing" : "div.part",
        tag(
            "div.points",
            tag("strong", points(part.points())),
            " " + in.say("of {0#}", points(part.outOf()))),
        tag(
            "div",
            tag(
                "p",
                tag("strong", in.of(part.label())),
                " ",
                tag("span.soft", in.of(part.reason()))),
            part.evidence().stream().map(this::quote).toList()));
  }

  private Html quote(Evidence evidence) {
    var passage = evidence.passage();
    return tag(
        "blockquote",
        tag("bdi", passage.quote().strip()),
        tag(
            "footer",
            in.say("page {0#}", passage.page()),
            evidence.kind() == Evidence.Kind.EXACT ? "" : " · " + in.of(word(evidence.kind())),
            evidence.note().isEmpty() ? "" : " · " + in.of(evidence.note())));
  }

  private String word(Evidence.Kind kind) {
    return switch (kind) {
      case EXACT -> "the same words";
      case ALIAS -> "another name for it";
      case NARROWER -> "a kind of it";
      case BROADER -> "a wider skill";
      case RELATED -> "a related skill";
      case SIMILAR_WORDING -> "similar wording";
    };
  }

  Html gap(Gap gap) {
    return all(
        tag("strong", in.of(gap.label())),
        tag("span.soft", " " + in.say(gap.importance().name().toLowerCase(Locale.ROOT))),
        tag(
            "span.soft",
            gap.unknown()
                ? ", " + in.say("the CV does not say")
                : gap.found().isEmpty() ? "" : ", " + in.of(gap.found())));
  }

  Html gate(Gate gate) {
    var answer =
        switch (gate.answer()) {
          case PASS -> "✓ " + in.say("met");
          case UNKNOWN ->
              "? " + (gate.isLeftOpen() ? in.of(gate.found()) : in.say("the CV does not say"));
          case FAIL -> "✗ " + in.say("not met");
        };
    return all(
        tag("strong", in.of(gate.label())),
        tag("span.soft", " " + answer),
        gate.evidence().stream().map(this::quote).toList());
  }

  Html list(String heading, Collection<?> lines) {
    if (lines.isEmpty()) {
      return Html.NOTHING;
    }
    return tag(
        "div",
        tag("h4", in.say(heading)),
        tag("ul.plain", lines.stream().map(line -> tag("li", line)).toList()));
  }

  /// Points to one place, so that they add up to what the eye sees.
  String points(double points) {
    return in.number(points);
  }

  /// Years to one place, as `6.0` in English.
  static String years(Person person) {
    return String.format(Locale.ROOT, "%.1f", person.years());
  }
}
