package dev.shortlist.web;

import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import java.util.ArrayList;
import java.util.List;

/// How the parts of a score add up.
///
/// @param total exact score, the sum of what the dimensions give
record ScoreTable(List<Addend> addends, double total) {

  /// What one dimension gives to the score.
  ///
  /// @param percent its share of all weights that count here, 0 when nothing was asked
  /// @param given points it adds to the score
  record Addend(DimensionScore score, double percent, double given, List<PartRow> parts) {}

  /// @param id name of the part within the page
  record PartRow(String id, Part part) {}

  static ScoreTable of(Match match) {
    double weights =
        match.dimensions().stream()
            .filter(DimensionScore::asked)
            .mapToDouble(score -> match.weights().of(score.dimension()))
            .sum();
    var addends = new ArrayList<Addend>();
    int number = 0;
    for (var score : match.dimensions()) {
      double share =
          score.asked() && weights > 0 ? match.weights().of(score.dimension()) / weights : 0;
      var parts = new ArrayList<PartRow>();
      for (var part : score.parts()) {
        parts.add(new PartRow("p" + ++number, part));
      }
      addends.add(new Addend(score, share * 100, share * score.points(), parts));
    }
    return new ScoreTable(addends, match.total());
  }

  /// Every passage that earned points, with the part it earned.
  List<Sheet.Earned> earned() {
    return addends.stream()
        .flatMap(addend -> addend.parts().stream())
        .flatMap(row ->
            row.part().evidence().stream()
                .map(evidence -> new Sheet.Earned(evidence.passage(), row.id())))
        .toList();
  }
}
