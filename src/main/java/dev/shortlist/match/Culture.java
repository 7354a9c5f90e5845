package dev.shortlist.match;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Points for culture indicators: quoted for a person to judge, and without weight unless a person
/// gives them one.
final class Culture {
  private static final List<Map.Entry<String, Pattern>> INDICATORS =
      List.of(
          indicator(
              "Helps others learn",
              "mentor(ed|ing)?|coach(ed|ing)?|tutor(ed|ing)?|trained (new|junior|staff|colleagues)|onboard(ed|ing)"),
          indicator(
              "Serves a community",
              "volunteer(ed|ing)?|charity|community (service|work|outreach)|open[- ]source|pro bono|fundrais(er|ing|ed)"),
          indicator(
              "Works across groups",
              "cross[- ]functional|interdisciplinary|multidisciplinary|multicultural|liais(ed|on|ing)|partnered with"),
          indicator(
              "Improves how things are done",
              "improv(ed|ing) (the |our )?(process|workflow|procedure|efficien|quality|safety)\\w*|streamlin(ed|ing)|suggested|initiated|introduced"));

  private Culture() {}

  static Scored score(Seen seen) {
    var scored = new Scored(Dimension.CULTURE);
    for (var indicator : INDICATORS) {
      scored.add(indicator.getKey(), find(indicator.getValue(), seen), 100.0 / INDICATORS.size());
    }
    return scored;
  }

  private static Finding find(Pattern pattern, Seen seen) {
    var matcher = pattern.matcher(seen.text().text());
    while (matcher.find()) {
      var line = seen.text().line(seen.text().lineAt(matcher.start()));
      if (seen.isOwn(line)) {
        return new Finding(
            1,
            List.of(new Evidence(line, Evidence.Kind.EXACT, 1, "what the CV says")),
            "The CV says so.");
      }
    }
    return Finding.none("The CV does not speak of it.");
  }

  private static Map.Entry<String, Pattern> indicator(String label, String words) {
    return Map.entry(label, Pattern.compile("(?i)\\b(" + words + ")\\b"));
  }
}
