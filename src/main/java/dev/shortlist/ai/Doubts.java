package dev.shortlist.ai;

import dev.shortlist.ai.Redacted.Cut;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.ToldFact;
import dev.shortlist.profile.UnsureFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a model is asked of a CV because the local reader is not sure of it. Where an entry begins
/// of which something is asked, a mark stands in the text that is sent; each fact is named after
/// the mark, so an answer belongs to one entry whatever it says.
record Doubts(Reading reading, Map<String, UnsureFact> facts) {
  private static final int MOST = 12;

  static Doubts of(Reading reading) {
    var facts = new LinkedHashMap<String, UnsureFact>();
    UnsureFact.of(reading).stream().limit(MOST).forEach(fact -> facts.put(name(fact), fact));
    return new Doubts(reading, facts);
  }

  /// How a fact is called in prompt and answer: `post_2_title`.
  private static String name(UnsureFact fact) {
    String what =
        switch (fact.field()) {
          case TITLE -> "title";
          case EMPLOYER -> "employer";
          case DEGREE_LEVEL, LANGUAGE_LEVEL -> "level";
        };
    return "%s_%d_%s".formatted(kind(fact), fact.at() + 1, what);
  }

  private static String kind(UnsureFact fact) {
    return switch (fact.field()) {
      case TITLE, EMPLOYER -> "post";
      case DEGREE_LEVEL -> "course";
      case LANGUAGE_LEVEL -> "language";
    };
  }

  /// What is written into the text.
  List<Cut> marks() {
    return facts.values().stream()
        .map(fact ->
            new Cut(
                fact.entry().start(),
                fact.entry().start(),
                "[%s %d] ".formatted(kind(fact), fact.at() + 1)))
        .distinct()
        .toList();
  }

  /// What of `told` the words bear out.
  List<ToldFact> borneOut(Map<String, Answers.Said> told, Redacted sent) {
    return facts.entrySet().stream()
        .flatMap(one ->
            Stream.ofNullable(told.get(one.getKey()))
                .flatMap(said -> borneOut(one.getValue(), said, sent).stream()))
        .toList();
  }

  private Optional<ToldFact> borneOut(UnsureFact fact, Answers.Said said, Redacted sent) {
    return sent.find(said.quote(), fact.entry())
        .flatMap(words -> fact.told(said.level(), words, reading));
  }

  /// How many of `told` claim something.
  static int claimed(Map<String, Answers.Said> told) {
    return (int) told.values().stream().filter(said -> !said.quote().isBlank()).count();
  }
}
