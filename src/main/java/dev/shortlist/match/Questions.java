package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to ask in an interview: what a CV rarely says, what it does not show, and what it only
/// lists. Required things come before welcome ones.
final class Questions {
  private static final int MOST = 6;
  private static final int LONGEST_NAME = 4;

  private final Map<String, Requirement> requirements;
  private final List<String> listed;

  private Questions(List<Requirement> requirements, List<DimensionScore> dimensions) {
    this.requirements =
        requirements.stream().collect(Collectors.toMap(Requirement::id, Function.identity()));
    this.listed =
        dimensions.stream()
            .flatMap(dimension -> dimension.parts().stream())
            .filter(part -> part.requirement() != null && isUnused(part.reason()))
            .map(Part::label)
            .toList();
  }

  static List<String> of(
      List<Requirement> requirements,
      List<DimensionScore> dimensions,
      List<Gap> gaps,
      List<Gate> gates) {
    var made = new Questions(requirements, dimensions);
    var questions = new ArrayList<String>();
    made.confirm(gates, questions);
    gaps.stream()
        .filter(gap -> !made.listed.contains(gap.label()))
        .sorted(Comparator.comparing((Gap gap) -> gap.importance() != Importance.REQUIRED))
        .map(made::question)
        .forEach(questions::add);
    int free = Math.max(0, MOST - questions.size());
    var used = made.listed.stream().map(Questions::used).toList();
    // At least one of them, for a list without use is the thinnest evidence.
    int kept = Math.min(used.size(), Math.max(1, free));
    return Stream.concat(questions.stream().limit(MOST - kept), used.stream().limit(kept))
        .distinct()
        .toList();
  }

  private void confirm(List<Gate> gates, List<String> questions) {
    var named = labels(gates.stream().filter(Gate::isLeftOpen));
    if (!named.isEmpty()) {
      questions.add(
          "The CV names it and leaves it open whether it is held, so please confirm: %s."
              .formatted(named));
    }
    var unsaid =
        labels(
            gates.stream()
                .filter(gate -> gate.answer() == Gate.Answer.UNKNOWN && !gate.isLeftOpen()));
    if (!unsaid.isEmpty()) {
      questions.add("The CV does not say it, so please confirm: %s.".formatted(unsaid));
    }
  }

  private static String labels(Stream<Gate> gates) {
    return gates.map(Gate::label).distinct().collect(Collectors.joining("; "));
  }

  // The thing itself is named, and not in the account of the work.
  private static boolean isUnused(String reason) {
    boolean named = reason.contains("only listed") || reason.contains("outside the account");
    return named && reason.indexOf(';') < 0;
  }

  private static String used(String label) {
    return "The CV names %s and does not say where it was used: in which post, and for what?"
        .formatted(label);
  }

  private String question(Gap gap) {
    var asked = requirements.get(gap.requirement());
    return asked == null ? open(gap) : question(asked.need(), gap);
  }

  private static String question(Need need, Gap gap) {
    return switch (need) {
      case Need.Experience _ ->
          gap.unknown()
              ? "“%s” is asked for: how long have you done such work, and where?"
                  .formatted(gap.label())
              : "“%s” is asked for. %s What else of your work counts towards it?"
                  .formatted(gap.label(), gap.found());
      case Need.Degree _ ->
          gap.unknown()
              ? "Which degree or training do you have? Asked for: %s.".formatted(gap.label())
              : "%s What in your training or work stands for the rest?".formatted(gap.found());
      case Need.Language language ->
          "How well do you speak and write %s?".formatted(language.language());
      case Need.SoftSkill _ ->
          "Tell us about a time at work that shows this: %s.".formatted(gap.label());
      case Need.Skill _, Need.Wording _, Need.Condition _ -> open(gap);
    };
  }

  private static String open(Gap gap) {
    return gap.unknown()
        ? "The CV does not speak of %s: have you done it, where, and for how long?"
            .formatted(quoted(gap.label()))
        : "Asked for: %s. %s How far does that carry over?"
            .formatted(quoted(gap.label()), gap.found());
  }

  /// What is longer than a name stands in quotation marks.
  private static String quoted(String label) {
    return label.split(" ", LONGEST_NAME + 1).length > LONGEST_NAME ? "“" + label + "”" : label;
  }
}
