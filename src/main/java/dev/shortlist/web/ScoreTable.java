package dev.shortlist.web;

import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.text.VisibleText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  record PartRow(String id, Part part, List<Quote> quotes) {}

  /// Words that earned points, in the line they stand in.
  ///
  /// @param before the line up to the words, empty when the words are long enough to speak alone
  record Quote(String before, String words, String after, int page, String note) {
    private static final int SPEAKS_ALONE = 60;

    static Quote of(Evidence evidence, VisibleText text) {
      var passage = evidence.passage();
      var line = text.line(text.lineAt(passage.start()));
      boolean within = passage.end() <= line.end() && passage.quote().length() < SPEAKS_ALONE;
      String before = within ? line.quote().substring(0, passage.start() - line.start()) : "";
      String after = within ? line.quote().substring(passage.end() - line.start()) : "";
      return new Quote(before, passage.quote(), after, passage.page(), evidence.note());
    }
  }

  static ScoreTable of(Match match, VisibleText text) {
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
      for (var part : heaviestFirst(score.parts())) {
        var quotes = part.evidence().stream().map(one -> Quote.of(one, text)).distinct().toList();
        parts.add(new PartRow("p" + ++number, part, quotes));
      }
      addends.add(new Addend(score, share * 100, share * score.points(), parts));
    }
    return new ScoreTable(addends, match.total());
  }

  private static List<Part> heaviestFirst(List<Part> parts) {
    return parts.stream().sorted(Comparator.comparingDouble(Part::outOf).reversed()).toList();
  }

  /// As [#earned()], but nothing without a table.
  static List<Sheet.Earned> passages(@Nullable ScoreTable table) {
    return table == null ? List.of() : table.earned();
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
