package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.jobdescription.Need;
import dev.shortlist.jobdescription.Requirement;
import dev.shortlist.jobdescription.Wanted;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.Recommendation;
import dev.shortlist.match.Weights;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Reranking;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.StoredJobDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// A ranking as it would be with other weights.
///
/// @param weights of the dimensions, as wanted
/// @param rows the requirements that earn points
/// @param offset number of places before `outcome`
record WhatIfPage(
    Screening screening,
    StoredJobDescription job,
    Weights weights,
    List<Row> rows,
    Reranking.Outcome outcome,
    int offset,
    Sight sight) {
  static final int PLACES = 50;

  /// One requirement and what it would weigh.
  ///
  /// @param was 1 to 100
  /// @param percent 0 to 100; 0 leaves it out
  record Row(Requirement asked, int was, int percent) {
    String field() {
      return "r." + asked.id();
    }

    boolean isMoved() {
      return was != percent;
    }

    /// What its weight is multiplied with.
    double factor() {
      return percent / 100.0 / asked.weight();
    }
  }

  /// The requirements with the weights in `form`. The last of a dimension cannot be left out, for
  /// nobody could say what the dimension would count without it.
  static List<Row> rows(StoredJobDescription job, MultiValueMap<String, String> form) {
    var rows = new ArrayList<Row>();
    for (var one : job.content().requirements()) {
      if (one.importance() != Importance.GATE) {
        int was = CardDraft.percent(one);
        var given = form.getFirst("r." + one.id());
        boolean valid = given != null && given.matches("\\d{1,3}");
        rows.add(new Row(one, was, valid ? Math.min(100, Integer.parseInt(given)) : was));
      }
    }
    rows.replaceAll(row ->
        row.percent() > 0 || rows.stream().anyMatch(other -> keeps(other, row))
            ? row
            : new Row(row.asked(), row.was(), row.was()));
    return List.copyOf(rows);
  }

  private static boolean keeps(Row other, Row row) {
    return other.percent() > 0 && dimension(other.asked()) == dimension(row.asked());
  }

  private static Dimension dimension(Requirement one) {
    return switch (one.need()) {
      case Need.Skill _, Need.Wording _, Need.Language _, Need.Condition _ ->
          Dimension.TECHNICAL_SKILLS;
      case Need.Experience _ -> Dimension.EXPERIENCE;
      case Need.Degree _ -> Dimension.EDUCATION;
      case Need.SoftSkill _ -> Dimension.SOFT_SKILLS;
    };
  }

  static Map<String, Double> factors(List<Row> rows) {
    var factors = new HashMap<String, Double>();
    rows.stream().filter(Row::isMoved).forEach(row -> factors.put(row.asked().id(), row.factor()));
    return factors;
  }

  /// The card with what was moved.
  List<Wanted> wanted() {
    var moved = new HashMap<String, Row>();
    rows.forEach(row -> moved.put(row.asked().id(), row));
    return job.content().requirements().stream()
        .filter(one -> !moved.containsKey(one.id()) || row(moved, one).percent() > 0)
        .<Wanted>map(one -> {
          var row = moved.get(one.id());
          return row == null || !row.isMoved()
              ? Wanted.Kept.asItIs(one.id())
              : new Wanted.Kept(one.id(), null, null, row.percent() / 100.0, null, List.of());
        })
        .toList();
  }

  private static Row row(Map<String, Row> rows, Requirement one) {
    return Objects.requireNonNull(rows.get(one.id()));
  }

  boolean isMoved() {
    return !weights.equals(job.weights()) || rows.stream().anyMatch(Row::isMoved);
  }

  /// The address of a page of the ranking with these weights, which can be passed on.
  String address(int from) {
    var address = UriComponentsBuilder.fromPath("/screenings/" + screening.number() + "/what-if");
    for (var dimension : Dimension.values()) {
      if (weights.of(dimension) != job.weights().of(dimension)) {
        address.queryParam(CardWeights.field(dimension), weights.of(dimension));
      }
    }
    rows.stream()
        .filter(Row::isMoved)
        .forEach(row -> address.queryParam(row.field(), row.percent()));
    if (from > 0) {
      address.queryParam("offset", from);
    }
    return address.build().toUriString();
  }

  boolean hasMore() {
    return offset + outcome.page().size() < outcome.total();
  }

  List<Moved> moved() {
    return outcome.page().stream().map(one -> Moved.of(one, sight)).toList();
  }

  /// A line of the ranking as it would be.
  ///
  /// @param up places gained, below 0 when lost
  /// @param gained points, below 0 when lost
  record Moved(
      ApplicationId id,
      int rank,
      String name,
      String about,
      int score,
      Recommendation recommendation,
      int former,
      int up,
      int gained) {
    /// Few words of a CV are shown, so only these are looked at for what must be hidden.
    static Moved of(Reranking.Moved moved, Sight sight) {
      var now = moved.now();
      var application = now.application();
      var profile = now.profile();
      var match = now.match();
      return new Moved(
          application.id(),
          now.rank(),
          RankedRow.name(application, profile, sight),
          RankedRow.about(
              RankedRow.headline(
                  profile, sight.words(application.id(), application.file(), profile)),
              Words.years(profile.years())),
          match.score(),
          match.recommendation(),
          moved.former(),
          moved.former() - now.rank(),
          match.score() - moved.formerScore());
    }
  }
}
