package dev.shortlist.report;

import static dev.shortlist.report.Html.tag;

import dev.shortlist.jobdescription.Concern;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.translation.Translation;
import java.util.List;

/// What a job description asks for, and what its author should look at.
final class RequirementsCard {
  private RequirementsCard() {}

  static Html of(JobDescription content, Translation in) {
    return tag(
        "div.card",
        tag("h3", in.say("What is asked")),
        tag(
            "div.asked",
            group(content, Importance.REQUIRED, in.say("Required"), in),
            group(content, Importance.PREFERRED, in.say("Preferred"), in),
            group(
                content, Importance.GATE, in.say("Conditions (only a licence earns points)"), in)),
        concerns(content.concerns(), in));
  }

  private static Html group(
      JobDescription content, Importance importance, String heading, Translation in) {
    var lines =
        content.requirements().stream()
            .filter(asked -> asked.importance() == importance)
            .map(
                asked -> tag("li", in.of(asked.label()), tag("q", asked.passage().quote().strip())))
            .toList();
    return lines.isEmpty() ? Html.NOTHING : tag("div", tag("h4", heading), tag("ul.plain", lines));
  }

  private static Html concerns(List<Concern> concerns, Translation in) {
    if (concerns.isEmpty()) {
      return Html.NOTHING;
    }
    var lines =
        concerns.stream()
            .map(concern ->
                tag(
                    "li",
                    tag("strong", in.say("{0}: {1}", in.say(word(concern.kind())), "")),
                    tag("q", concern.passage().quote().strip()),
                    " ",
                    in.of(concern.advice())))
            .toList();
    return tag("div.notice", tag("h4", in.say("Before you use this")), tag("ul.plain", lines));
  }

  private static String word(Concern.Kind kind) {
    return switch (kind) {
      case UNCLEAR -> "Unclear";
      case CONTRADICTORY -> "Contradictory";
      case UNLAWFUL -> "Not allowed in many countries";
    };
  }
}
