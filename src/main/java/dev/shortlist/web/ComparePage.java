package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.match.Answer;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Gate;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.screening.ApplicationDetail;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Two to five candidates of a screening side by side.
///
/// @param list the list they were chosen in
/// @param asked what the job description asks, required first, a row of cells each
record ComparePage(Screening screening, ListQuery list, List<Person> people, List<Asked> asked) {
  private static final int QUOTES = 2;

  /// What rounds to all points is all of them.
  private static final double ALL = 0.995;

  /// The list they were chosen in.
  String back() {
    return "/screenings/%d%s".formatted(screening.number(), list);
  }

  /// A column.
  ///
  /// @param without the address of this page without the person
  record Person(
      String name,
      String path,
      String without,
      String about,
      @Nullable Integer rank,
      Match match,
      List<DimensionScore> dimensions,
      @Nullable Verdict verdict) {}

  /// A row.
  record Asked(String label, Importance importance, List<Cell> cells) {}

  /// How one person answers one requirement.
  ///
  /// @param points what was earned, absent for a condition
  record Cell(@Nullable Answer answer, @Nullable Part points, List<Quoted> quotes, String found) {

    /// Why what is met did not earn all its points; empty when there is nothing to explain.
    String why() {
      return answer == Answer.MET && points != null && points.points() < ALL * points.outOf()
          ? points.reason()
          : "";
    }

    /// Style of the answer.
    String tone() {
      return switch (answer) {
        case null -> "";
        case MET -> "good";
        case PARTLY -> "fair";
        case NOT -> "warn";
        case UNKNOWN -> "";
      };
    }
  }

  /// Words of the CV.
  record Quoted(String words, int page) {}

  /// A cell's answer in words.
  static String answer(Cell cell) {
    return switch (cell.answer()) {
      case null -> Texts.say("candidate.not-asked");
      case MET -> Texts.say("candidate.met");
      case PARTLY -> Texts.say("candidate.partly");
      case NOT -> Texts.say("candidate.not-met");
      case UNKNOWN ->
          Texts.say(cell.quotes().isEmpty() ? "candidate.not-said" : "candidate.to-confirm");
    };
  }

  static ComparePage of(
      Screening screening,
      @Nullable JobDescription job,
      List<ApplicationDetail> known,
      ListQuery list,
      Sight sight) {
    var seen = known.stream().map(sight::seen).filter(one -> one.match() != null).toList();
    var asked = new ArrayList<Asked>();
    for (var importance : Importance.values()) {
      requirements(job, importance)
          .map(one ->
              new Asked(one.label(), importance, seen.stream().map(cv -> cell(one, cv)).toList()))
          .forEach(asked::add);
    }
    return new ComparePage(
        screening,
        list,
        seen.stream().map(one -> person(screening, one, seen, list, sight)).toList(),
        asked);
  }

  private static Stream<Requirement> requirements(
      @Nullable JobDescription job, Importance importance) {
    return job == null
        ? Stream.of()
        : job.requirements().stream().filter(one -> one.importance() == importance);
  }

  private static Person person(
      Screening screening,
      ApplicationDetail one,
      List<ApplicationDetail> all,
      ListQuery list,
      Sight sight) {
    var reading = one.reading();
    var profile = reading == null ? null : reading.profile();
    var match = match(one);
    return new Person(
        RankedRow.name(one.application(), profile, sight),
        "/screenings/%d/applications/%s".formatted(screening.number(), one.application().id()),
        path(screening, all.stream().filter(other -> !other.equals(one)).toList(), list),
        profile == null
            ? ""
            : RankedRow.about(
                RankedRow.headline(profile, UnaryOperator.identity()),
                Words.years(profile.years())),
        one.rank(),
        match,
        match.dimensions().stream()
            .filter(score -> match.weights().of(score.dimension()) > 0)
            .toList(),
        one.application().verdict());
  }

  private static String path(Screening screening, List<ApplicationDetail> people, ListQuery list) {
    var path =
        UriComponentsBuilder.fromPath("/screenings/{number}/compare")
            .queryParam("with", people.stream().map(one -> one.application().id()).toList());
    String chosenIn = list.bare();
    if (!chosenIn.isEmpty()) {
      path.queryParam("list", "{list}");
    }
    return path.encode().buildAndExpand(screening.number(), chosenIn).toUriString();
  }

  private static Cell cell(Requirement asked, ApplicationDetail cv) {
    var match = match(cv);
    var part = part(match, asked);
    var answer = match.answers().get(asked.id());
    var gate =
        match.gates().stream().filter(one -> one.requirement().equals(asked.id())).findFirst();
    var evidence =
        part != null && gate.filter(Gate::isLeftOpen).isEmpty()
            ? part.evidence()
            : gate.map(Gate::evidence).orElse(List.of());
    return new Cell(
        answer,
        part,
        evidence.stream()
            .map(one -> new Quoted(one.passage().quote(), one.passage().page()))
            .distinct()
            .limit(QUOTES)
            .toList(),
        match.gaps().stream()
            .filter(gap -> gap.requirement().equals(asked.id()))
            .map(Gap::found)
            .findFirst()
            .or(() -> gate.map(Gate::found))
            .orElse(""));
  }

  private static @Nullable Part part(Match match, Requirement asked) {
    return Arrays.stream(Dimension.values())
        .flatMap(dimension -> match.dimension(dimension).parts().stream())
        .filter(part -> asked.id().equals(part.requirement()))
        .findFirst()
        .orElse(null);
  }

  private static Match match(ApplicationDetail one) {
    var match = one.match();
    if (match == null) {
      throw new IllegalArgumentException("only who is matched can be compared");
    }
    return match;
  }
}
