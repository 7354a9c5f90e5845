package dev.shortlist.web;

import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.match.Answer;
import dev.shortlist.match.Recommendation;
import dev.shortlist.screening.Verdict;
import java.util.List;
import java.util.Locale;

/// What the controls of a list are called.
final class Narrowings {
  private Narrowings() {}

  /// What narrows a list, in a few words: `SAP: not said`.
  static String words(ListQuery.Narrowed one, List<Requirement> requirements) {
    String value = one.value();
    return switch (one.name()) {
      case "verdict" ->
          value.equals("none")
              ? Texts.say("screening.tab.open")
              : Words.named("verdict", Verdict.valueOf(value.toUpperCase(Locale.ROOT)));
      case "recommendation" ->
          Words.recommendation(Recommendation.valueOf(value.toUpperCase(Locale.ROOT)));
      case "minScore" -> Texts.say("screening.narrowed.least", Integer.parseInt(value));
      case "maxScore" -> Texts.say("screening.narrowed.most", Integer.parseInt(value));
      case "answer" -> answer(value, requirements);
      case "mark" -> Words.mark(value);
      default -> Texts.say("screening.narrowed.words", value);
    };
  }

  private static String answer(String value, List<Requirement> requirements) {
    int colon = value.indexOf(':');
    String id = value.substring(0, colon);
    String label =
        requirements.stream()
            .filter(one -> one.id().equals(id))
            .map(Requirement::label)
            .findFirst()
            .orElse(id);
    var answer = Answer.valueOf(value.substring(colon + 1).toUpperCase(Locale.ROOT));
    return Texts.say("screening.narrowed.answer", label, Words.named("answer", answer));
  }

  /// Why people are rejected most: about the post, never about the person.
  static List<String> reasons() {
    return List.of(
        Texts.say("screening.reason.requirement"),
        Texts.say("screening.reason.experience"),
        Texts.say("screening.reason.condition"),
        Texts.say("screening.reason.others"),
        Texts.say("screening.reason.withdrawn"),
        Texts.say("screening.reason.unclear"));
  }

  /// What the keys do.
  static List<Key> keys() {
    return List.of(
        new Key(List.of("J", "K"), Texts.say("screening.keys.move")),
        new Key(List.of("Enter"), Texts.say("screening.keys.open")),
        new Key(List.of("X"), Texts.say("screening.keys.pick")),
        new Key(List.of("Shift", "X"), Texts.say("screening.keys.range")),
        new Key(List.of("S"), Texts.say("screening.do.SHORTLISTED")),
        new Key(List.of("H"), Texts.say("screening.do.ON_HOLD")),
        new Key(List.of("R"), Texts.say("screening.keys.reject")),
        new Key(List.of("U"), Texts.say("screening.keys.undo")),
        new Key(List.of("/"), Texts.say("screening.search")),
        new Key(List.of("?"), Texts.say("screening.help")),
        new Key(List.of("Esc"), Texts.say("screening.keys.escape")));
  }

  /// Keys, and what they do.
  record Key(List<String> keys, String what) {}
}
