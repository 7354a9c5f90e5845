package dev.shortlist.report;

import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Evidence;
import dev.shortlist.match.Gap;
import dev.shortlist.match.Match;
import dev.shortlist.match.Part;
import dev.shortlist.report.JobRanking.Place;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rankings as tables for a terminal, one line a person, then the files that are not ranked.
public final class RankingTable {
  private static final List<String> HEAD =
      List.of("#", "Score", "Advice", "Name", "Years", "Strongest evidence", "Gaps");
  private static final int NAMES = 26;
  private static final int LEAST_TEXT = 12;
  private static final String BETWEEN = "  ";

  private final int width;
  private final int top;

  /// @param width cells of a line
  /// @param top number of places shown of each ranking
  public RankingTable(int width, int top) {
    this.width = width;
    this.top = top;
  }

  public void write(Report report, PrintWriter out) {
    for (var ranking : report.rankings()) {
      table(ranking, out);
    }
    unranked(report, out);
    out.println(account(report));
    out.flush();
  }

  /// The files that are not ranked, each with its reason and what can be done.
  public static void unranked(Report report, PrintWriter out) {
    if (!report.review().isEmpty()) {
      out.println("Review tray (not read, so not scored):");
      for (var file : report.review()) {
        out.println("  " + Columns.plain(file.file()));
        out.println("      " + Columns.plain(file.why() + "; " + file.reason().advice()));
      }
      out.println();
    }
    if (!report.duplicates().isEmpty()) {
      out.println("Duplicates (read once):");
      for (var copy : report.duplicates()) {
        out.println("  " + Columns.plain(copy.file() + " is " + copy.why()));
      }
      out.println();
    }
  }

  /// Says that every file is accounted for: `16 files in = 12 ranked + 1 duplicate + 3 to review`.
  public static String account(Report report) {
    var ignored = report.ignored();
    return "%s in = %s ranked + %s + %s to review%s"
        .formatted(
            counted(report.files(), "file"),
            report.ranked(),
            counted(report.duplicates().size(), "duplicate"),
            report.review().size(),
            ignored == 0 ? "" : " (%s ignored)".formatted(counted(ignored, "system file")));
  }

  private void table(JobRanking ranking, PrintWriter out) {
    out.println(Columns.cut(Columns.plain(head(ranking)), width));
    if (ranking.places().isEmpty()) {
      out.println("  no CV could be read");
      out.println();
      return;
    }
    var lines =
        ranking.places().stream().limit(top).map(RankingTable::cells).collect(Collectors.toList());
    lines.addFirst(HEAD);
    int[] widths = widths(lines);
    lines.forEach(line -> out.println(line(line, widths)));
    int more = ranking.places().size() - top;
    if (more > 0) {
      out.println("and " + below(more, top));
    }
    out.println();
  }

  private static String head(JobRanking ranking) {
    var title = ranking.jobDescription().title();
    return title.isEmpty() ? ranking.job() : "%s (%s)".formatted(title, ranking.job());
  }

  private static List<String> cells(Place place) {
    var match = place.match();
    var person = place.cv().person();
    var gaps = gaps(match);
    return List.of(
        Integer.toString(place.rank()),
        Integer.toString(match.score()),
        match.recommendation().label(),
        Columns.plain(Objects.requireNonNullElse(person.name(), place.cv().file())),
        String.format(Locale.ROOT, "%.1f", person.years()),
        strongest(match),
        gaps.isEmpty() ? "none" : Columns.plain(String.join(", ", gaps)));
  }

  /// The words that earned most of the score, and what they show; skills and work before degrees,
  /// which many people share.
  private static String strongest(Match match) {
    return match.dimensions().stream()
        .flatMap(score -> score.parts().stream().map(part -> Share.of(part, score, match)))
        .filter(share -> !share.part().evidence().isEmpty())
        .max(
            Comparator.comparingInt((Share share) -> share.tells() ? 1 : 0)
                .thenComparingDouble(Share::points))
        .map(share -> "%s (%s)".formatted(quote(share.part()), share.part().label()))
        .map(Columns::plain)
        .orElse("none");
  }

  private static String quote(Part part) {
    var best =
        part.evidence().stream().max(Comparator.comparingDouble(Evidence::share)).orElseThrow();
    return "“" + best.passage().quote() + "”";
  }

  /// What is missing, required things first.
  static List<String> gaps(Match match) {
    return match.gaps().stream()
        .sorted(Comparator.comparing(Gap::importance))
        .map(Gap::label)
        .distinct()
        .toList();
  }

  /// The figures take what they need, names at most [#NAMES], and the two texts share the rest.
  private int[] widths(List<List<String>> lines) {
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(i -> lines.stream().mapToInt(line -> Columns.width(line.get(i))).max().orElse(0))
            .toArray();
    widths[3] = Math.min(widths[3], NAMES);
    int fixed = (HEAD.size() - 1) * BETWEEN.length();
    for (int i = 0; i < 5; i++) {
      fixed += widths[i];
    }
    int rest = Math.max(width - fixed, 2 * LEAST_TEXT);
    int evidence = Math.min(widths[5], Math.max(rest * 3 / 5, rest - widths[6]));
    widths[5] = evidence;
    widths[6] = Math.min(widths[6], rest - evidence);
    return widths;
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            i -> isFigure(i) ? Columns.right(cells.get(i), widths[i]) : left(cells, widths, i))
        .collect(Collectors.joining(BETWEEN))
        .stripTrailing();
  }

  private static String left(List<String> cells, int[] widths, int i) {
    return Columns.left(cells.get(i), widths[i]);
  }

  private static boolean isFigure(int column) {
    return column < 2 || column == 4;
  }

  /// How many are not shown.
  static String below(int more, int top) {
    return "%s below the top %s".formatted(counted(more, "more CV"), top);
  }

  static String counted(int count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }

  /// What a part adds to the score.
  ///
  /// @param tells whether it is about what the person can do or did
  private record Share(Part part, boolean tells, double points) {
    static Share of(Part part, DimensionScore score, Match match) {
      var dimension = score.dimension();
      return new Share(
          part,
          dimension == Dimension.TECHNICAL_SKILLS || dimension == Dimension.EXPERIENCE,
          part.points() * match.weights().of(dimension));
    }
  }
}
