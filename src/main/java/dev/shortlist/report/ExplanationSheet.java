package dev.shortlist.report;

import static dev.shortlist.report.Html.all;
import static dev.shortlist.report.Html.tag;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Match;
import dev.shortlist.translation.Translation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Tells one candidate how their CV was read against a job description: what counted with which
/// words, what was looked for and not found, what never counts, and that a person decides. Nobody
/// else is in it, neither by name nor by rank.
///
/// @param file name of the CV, which stands for a person without a name
/// @param made day it is made
public record ExplanationSheet(
    Person person, String file, JobDescription asked, Match match, LocalDate made) {
  private static final String TITLE = "How your application was read";
  private static final List<String> NEVER =
      List.of(
          "name, gender, age, birthday, nationality, religion, family and photograph",
          "address and distance",
          "gaps between posts",
          "the school's or an employer's reputation",
          "words that cannot be seen on the page");

  /// Writes the sheet as a page that needs nothing else; closing `out` is left to the caller.
  public void html(Translation in, Writer out) throws IOException {
    HtmlReport.begin(in.say(TITLE), in, out);
    out.write(content(in).markup());
    out.write("</body>\n</html>\n");
  }

  /// Writes the sheet as a PDF; closing `out` is left to the caller.
  public void pdf(Translation in, OutputStream out) throws IOException {
    Pdf.write(in.say(TITLE), in, made, content(in).markup(), out);
  }

  private Html content(Translation in) {
    var cards = new CandidateCard(in);
    var who = person.name() == null ? file : person.name();
    return all(
        tag(
            "header.top",
            tag("h1", in.say(TITLE)),
            tag("p.soft", CandidateCard.listed(asked.title(), who, day(in)))),
        tag("main", how(in, cards), detail(in, cards), rights(in)));
  }

  private String day(Translation in) {
    return DateTimeFormatter.ofPattern(in.say("d MMMM uuuu"))
        .withLocale(in.language())
        .format(made);
  }

  private Html how(Translation in, CandidateCard cards) {
    return tag(
        "section.card",
        tag("h2", in.say("In short")),
        tag(
            "p",
            in.say(
                "Your CV was compared with what the job description asks for. Each point below was earned by words"
                    + " that stand in your CV, which are quoted with their page. It came to {0#} of 100.",
                match.score())),
        tag(
            "p",
            in.say(
                "Each requirement says how many points it earned, and of how many. The difference is what your CV did"
                    + " not show, or showed in part; words that say more can earn more."),
            " ",
            in.say(
                "The result is the points of each field, times the share that stands behind them, added up.")),
        tag(
            "div.dimensions",
            match.dimensions().stream().map(one -> cards.bar(one, match)).toList()));
  }

  private Html detail(Translation in, CandidateCard cards) {
    return tag(
        "section.card",
        tag("h2", in.say("What counted")),
        match.dimensions().stream().map(one -> cards.parts(one, match)).toList(),
        tag(
            "div.columns",
            cards.list(
                "Looked for and not found, or found in part",
                match.gaps().stream().map(cards::gap).toList()),
            cards.list(
                "Conditions, of which only a licence earns points",
                match.gates().stream().map(cards::gate).toList())));
  }

  private Html rights(Translation in) {
    return tag(
        "section.card",
        tag("h2", in.say("What never counts, and who decides")),
        tag("ul.plain", NEVER.stream().map(one -> tag("li", in.say(one))).toList()),
        tag(
            "p",
            in.say(
                "The points put applications into an order in which people look at them. They reject nobody: a"
                    + " person decides. If your CV was read wrongly, or says something in words that were not"
                    + " recognised, write to whom you applied: they can correct it, and the points follow.")),
        tag(
            "p",
            in.say(
                "You may ask what is kept about you and how it was decided, and have it corrected or deleted: write to"
                    + " whom you applied.")),
        tag(
            "p.soft",
            in.say("Made by {0}. The same CV always gets the same points.", match.version())));
  }
}
