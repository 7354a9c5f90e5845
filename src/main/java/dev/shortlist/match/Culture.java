package dev.shortlist.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Points for culture indicators: quoted for a person to judge, and without weight unless a person
/// gives them one.
final class Culture {
  private static final List<Indicator> INDICATORS =
      List.of(
          new Indicator(
              "Helps others learn",
              Set.of(
                  "mentor",
                  "mentored",
                  "mentoring",
                  "coached",
                  "coaching",
                  "tutored",
                  "tutoring",
                  "onboarded",
                  "onboarding")),
          new Indicator(
              "Serves a community",
              Set.of(
                  "volunteer",
                  "volunteered",
                  "volunteering",
                  "charity",
                  "fundraising",
                  "fundraiser",
                  "open-source")),
          new Indicator(
              "Works across groups",
              Set.of(
                  "cross-functional",
                  "interdisciplinary",
                  "multidisciplinary",
                  "multicultural",
                  "liaised",
                  "liaising",
                  "partnered")),
          new Indicator(
              "Improves how things are done",
              Set.of(
                  "improved",
                  "streamlined",
                  "streamlining",
                  "simplified",
                  "automated",
                  "initiated",
                  "introduced")));

  private Culture() {}

  /// A sign and the words that give it.
  private record Indicator(String label, Set<String> words) {}

  static Scored score(Seen seen) {
    var scored = new Scored(Dimension.CULTURE);
    var found = new ArrayList<Finding>();
    INDICATORS.forEach(_ -> found.add(Finding.none("The CV does not speak of it.")));
    for (int line = 0; line < seen.words().size(); line++) {
      for (var said : seen.words().line(line)) {
        for (int i = 0; i < INDICATORS.size(); i++) {
          if (found.get(i).share() == 0
              && INDICATORS.get(i).words().contains(said.word())
              && !seen.copied().get(said.start())) {
            found.set(i, quoted(line, seen));
          }
        }
      }
    }
    for (int i = 0; i < INDICATORS.size(); i++) {
      scored.add(INDICATORS.get(i).label(), found.get(i), 100.0 / INDICATORS.size());
    }
    return scored;
  }

  private static Finding quoted(int line, Seen seen) {
    var evidence = new Evidence(seen.text().line(line), Evidence.Kind.EXACT, 1, "what the CV says");
    return new Finding(1, List.of(evidence), "Words in the CV point to it.");
  }
}
