package dev.shortlist.report;

import static dev.shortlist.report.Html.tag;

import dev.shortlist.jobdescription.Concern;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.JobDescription;
import java.util.List;

/// What a job description asks for, and what its author should look at.
final class RequirementsCard {
  private RequirementsCard() {}

  static Html of(JobDescription content) {
    return tag(
        "div.card",
        tag("h3", "What is asked"),
        tag(
            "div.asked",
            group(content, Importance.REQUIRED, "Required"),
            group(content, Importance.PREFERRED, "Preferred"),
            group(content, Importance.GATE, "Conditions (they earn no points)")),
        concerns(content.concerns()));
  }

  private static Html group(JobDescription content, Importance importance, String heading) {
    var lines =
        content.requirements().stream()
            .filter(asked -> asked.importance() == importance)
            .map(asked -> tag("li", asked.label(), tag("q", asked.passage().quote().strip())))
            .toList();
    return lines.isEmpty() ? Html.NOTHING : tag("div", tag("h4", heading), tag("ul.plain", lines));
  }

  private static Html concerns(List<Concern> concerns) {
    if (concerns.isEmpty()) {
      return Html.NOTHING;
    }
    var lines =
        concerns.stream()
            .map(concern ->
                tag(
                    "li",
                    tag("strong", word(concern.kind()) + ": "),
                    tag("q", concern.passage().quote().strip()),
                    " ",
                    concern.advice()))
            .toList();
    return tag("div.notice", tag("h4", "Before you use this"), tag("ul.plain", lines));
  }

  private static String word(Concern.Kind kind) {
    return switch (kind) {
      case UNCLEAR -> "Unclear";
      case CONTRADICTORY -> "Contradictory";
      case UNLAWFUL -> "Not allowed in many countries";
    };
  }
}
