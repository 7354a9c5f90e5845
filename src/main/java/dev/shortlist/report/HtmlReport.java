package dev.shortlist.report;

import static dev.shortlist.report.Html.all;
import static dev.shortlist.report.Html.tag;

import dev.shortlist.match.Match;
import dev.shortlist.report.JobRanking.Place;
import dev.shortlist.translation.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes a [Report] as one page that needs nothing else: no script, no other file, no network.
///
/// It follows the reader's light or dark setting, and prints.
public final class HtmlReport {
  private static final int GAPS_IN_OVERVIEW = 5;

  private final int top;
  private final Translation in;
  private final CandidateCard cards;

  /// @param top number of people shown of each ranking
  /// @param in the reader's language
  public HtmlReport(int top, Translation in) {
    this.top = top;
    this.in = in;
    this.cards = new CandidateCard(in);
  }

  /// Writes `report`; closing `out` is left to the caller.
  public void write(Report report, Writer out) throws IOException {
    begin("Shortlist: " + title(report), in, out);
    content(report, out);
    out.write("</body>\n</html>\n");
  }

  /// Writes `report` as a PDF; closing `out` is left to the caller. It takes memory with the number
  /// of people shown: about 10 MB for ten.
  public void pdf(Report report, OutputStream out) throws IOException {
    var body = new StringWriter();
    content(report, body);
    Pdf.write("Shortlist: " + title(report), in, report.asOf(), body.toString(), out);
  }

  /// The head of a page that needs nothing else.
  static void begin(String title, Translation in, Writer out) throws IOException {
    out.write("<!DOCTYPE html>\n<html lang=\"" + in.language().getLanguage() + "\">\n<head>\n");
    out.write("<meta charset=\"utf-8\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.write("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.write(tag("title", title).markup());
    out.write("<style>\n" + style() + "</style>\n</head>\n<body>\n");
  }

  private void content(Report report, Writer out) throws IOException {
    out.write(header(report).markup());
    out.write("<main>\n");
    for (int i = 0; i < report.rankings().size(); i++) {
      ranking(report.rankings().get(i), i, out);
    }
    out.write(unranked(report).markup());
    out.write("</main>\n");
    out.write(footer(report).markup());
  }

  private String title(Report report) {
    return report.rankings().size() == 1
        ? jobTitle(report.rankings().getFirst())
        : in.say("{0#} job descriptions", report.rankings().size());
  }

  private static String jobTitle(JobRanking ranking) {
    var title = ranking.jobDescription().title();
    return title.isEmpty() ? ranking.job() : title;
  }

  private Html header(Report report) {
    var rankings = report.rankings();
    var jobs =
        IntStream.range(0, rankings.size())
            .mapToObj(i -> Html.link("job" + i, jobTitle(rankings.get(i))))
            .toList();
    return tag(
        "header.top",
        tag("p.brand", "Shortlist"),
        tag("h1", title(report)),
        tag("p.soft", in.of(RankingTable.account(report))),
        rankings.size() > 1 ? tag("nav", jobs) : Html.NOTHING);
  }

  private void ranking(JobRanking ranking, int index, Writer out) throws IOException {
    var shown = ranking.places().stream().limit(top).toList();
    out.write("<section class=\"job\" id=\"job" + index + "\">\n");
    out.write(
        all(
                tag("h2", jobTitle(ranking), named(ranking)),
                RequirementsCard.of(ranking.jobDescription(), in))
            .markup());
    if (shown.isEmpty()) {
      out.write(tag("p.card", in.say("No CV could be read, so there is no ranking.")).markup());
    } else {
      out.write(overview(ranking, index).markup());
    }
    for (var place : shown) {
      out.write(cards.of(place, anchor(index, place)).markup());
    }
    out.write("</section>\n");
  }

  // A file's name says more than its title again.
  private static Html named(JobRanking ranking) {
    return ranking.job().equals(jobTitle(ranking)) ? Html.NOTHING : tag("span.soft", ranking.job());
  }

  private Html overview(JobRanking ranking, int index) {
    int more = ranking.places().size() - top;
    return tag(
        "div.card",
        tag("h3", in.say("Ranking")),
        tag(
            "table.ranking",
            tag(
                "thead",
                tag(
                    "tr",
                    tag("th.number", "#"),
                    tag("th.number", in.say("Score")),
                    tag("th", in.say("Name")),
                    tag("th", in.say("Advice")),
                    tag("th.number", in.say("Years")),
                    tag("th.wide", in.say("Missing")))),
            tag(
                "tbody",
                ranking.places().stream()
                    .limit(top)
                    .map(place -> overviewLine(place, anchor(index, place)))
                    .toList())),
        more > 0 ? tag("p.soft", in.of(RankingTable.below(more, top))) : Html.NOTHING);
  }

  private Html overviewLine(Place place, String anchor) {
    var match = place.match();
    return tag(
        "tr",
        tag("td.number", place.rank()),
        tag("td.number.score", match.score(), Html.bar(match.total())),
        tag("td.name", Html.link(anchor, name(place))),
        tag("td", cards.badge(match.recommendation())),
        tag("td.number", in.say("{0#}", CandidateCard.years(place.cv().person()))),
        tag("td.wide.soft", missing(match)));
  }

  private String missing(Match match) {
    var gaps = RankingTable.gaps(match);
    int more = gaps.size() - GAPS_IN_OVERVIEW;
    var shown = gaps.stream().limit(GAPS_IN_OVERVIEW).map(in::of).collect(Collectors.joining(", "));
    return more > 0 ? in.say("{0} and {1#} more", shown, more) : shown;
  }

  static String name(Place place) {
    return Objects.requireNonNullElse(place.cv().person().name(), place.cv().file());
  }

  private static String anchor(int job, Place place) {
    return "job" + job + "-" + place.rank();
  }

  private Html unranked(Report report) {
    var review =
        report.review().stream()
            .map(file ->
                tag(
                    "tr",
                    tag("td", file.file()),
                    tag("td", in.of(file.why())),
                    tag("td", in.of(file.reason().advice()))))
            .toList();
    var copies =
        report.duplicates().stream()
            .map(copy -> tag("tr", tag("td", copy.file()), tag("td", in.of(copy.why()))))
            .toList();
    return all(
        review.isEmpty()
            ? Html.NOTHING
            : tag(
                "section.card#review",
                tag("h2", in.say("Review tray")),
                tag(
                    "p.soft",
                    in.say("These files were not read, so they have no score. A person decides.")),
                table(in.say("File"), in.say("Why"), in.say("What to do"), review)),
        copies.isEmpty()
            ? Html.NOTHING
            : tag(
                "section.card#duplicates",
                tag("h2", in.say("Duplicates")),
                tag("table", tag("tbody", copies))));
  }

  private static Html table(String first, String second, String third, Object lines) {
    var head = tag("tr", tag("th", first), tag("th", second), tag("th", third));
    return tag("table", tag("thead", head), tag("tbody", lines));
  }

  private Html footer(Report report) {
    var version =
        report.rankings().stream()
            .flatMap(ranking -> ranking.places().stream())
            .map(place -> place.match().version())
            .findFirst()
            .orElse("");
    return tag(
        "footer",
        tag("p", in.say("“Present” in a CV without a date of its own means {0}.", report.asOf())),
        version.isEmpty() ? Html.NOTHING : tag("p", in.say("Scored by {0}.", version)),
        tag("p", in.say("Shortlist advises and never rejects: a person decides.")));
  }

  static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
