package dev.shortlist.report;

import static dev.shortlist.report.Html.tag;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.match.Match;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;

/// Tells one candidate how their CV was read against a job description: what counted with which
/// words, what was looked for and not found, what never counts, and that a person decides. Nobody
/// else is in it, neither by name nor by rank.
public final class ExplanationSheet {
  private static final List<String> NEVER =
      List.of(
          "name, gender, age, birthday, nationality, religion, family and photograph",
          "address and distance",
          "gaps between posts",
          "the school's or an employer's reputation",
          "words that cannot be seen on the page");

  private ExplanationSheet() {}

  /// Writes the sheet; closing `out` is left to the caller.
  ///
  /// @param made day it is made
  public static void write(
      Person person, String file, JobDescription asked, Match match, LocalDate made, Writer out)
      throws IOException {
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.write("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.write(tag("title", "How your application was read").markup());
    out.write("<style>\n" + HtmlReport.style() + "</style>\n</head>\n<body>\n");
    out.write(
        tag(
                "header.top",
                tag("h1", "How your application was read"),
                tag("p.soft", asked.title() + " · " + who(person, file) + " · " + made))
            .markup());
    out.write("<main>\n");
    out.write(how(match).markup());
    out.write(detail(match).markup());
    out.write(rights(match).markup());
    out.write("</main>\n</body>\n</html>\n");
  }

  private static String who(Person person, String file) {
    return person.name() == null ? file : person.name();
  }

  private static Html how(Match match) {
    return tag(
        "section.card",
        tag("h2", "In short"),
        tag(
            "p",
            ("Your CV was compared with what the job description asks for. Each point below was earned by words"
                    + " that stand in your CV, which are quoted with their page. It came to %d of 100.")
                .formatted(match.score())),
        tag(
            "div.dimensions",
            match.dimensions().stream().map(one -> CandidateCard.bar(one, match)).toList()));
  }

  private static Html detail(Match match) {
    return tag(
        "section.card",
        tag("h2", "What counted"),
        match.dimensions().stream().map(CandidateCard::parts).toList(),
        tag(
            "div.columns",
            CandidateCard.list(
                "Looked for and not found, or found in part",
                match.gaps().stream().map(CandidateCard::gap).toList()),
            CandidateCard.list(
                "Conditions, which earn no points",
                match.gates().stream().map(CandidateCard::gate).toList())));
  }

  private static Html rights(Match match) {
    return tag(
        "section.card",
        tag("h2", "What never counts, and who decides"),
        tag("ul.plain", NEVER.stream().map(one -> tag("li", one)).toList()),
        tag(
            "p",
            "The points put applications into an order in which people look at them. They reject nobody: a"
                + " person decides. If your CV was read wrongly, or says something in words that were not"
                + " recognised, write to whom you applied: they can correct it, and the points follow."),
        tag("p.soft", "Made by " + match.version() + ". The same CV always gets the same points."));
  }
}
