package dev.shortlist.match;

import dev.shortlist.jobdescription.JobDescription;
import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.FileType;
import dev.shortlist.text.VisibleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Scores every CV of a folder of texts against every job description of another, and writes
/// `JD<TAB>CV<TAB>score` for the scorers outside the project, and the parts beside it.
///
/// Arguments: folder with `jds/` and `cvs/`, file for the scores, file for the parts.
final class RankingEvaluation {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private RankingEvaluation() {}

  public static void main(String[] args) throws IOException {
    var taxonomy = Taxonomy.standard();
    var jobDescriptions = new TreeMap<String, JobDescription>();
    var reader = new JobDescriptionReader(taxonomy);
    texts(Path.of(args[0], "jds"))
        .forEach((id, text) -> jobDescriptions.put(id, reader.read(null, text)));
    var cvs = new TreeMap<String, Reading>();
    var profiles = new LocalProfileReader(taxonomy);
    texts(Path.of(args[0], "cvs")).forEach((id, text) -> cvs.put(id, reading(text, profiles)));
    try (var matcher = new LocalMatcher(taxonomy);
        var scores = new PrintWriter(Files.newBufferedWriter(Path.of(args[1])));
        var parts = new PrintWriter(Files.newBufferedWriter(Path.of(args[2])))) {
      long start = System.nanoTime();
      for (var jobDescription : jobDescriptions.entrySet()) {
        for (var cv : cvs.entrySet()) {
          var match = matcher.match(cv.getValue(), jobDescription.getValue(), Weights.STANDARD);
          var pair = jobDescription.getKey() + "\t" + cv.getKey() + "\t";
          scores.println(
              pair
                  + match.total()
                  + "\t"
                  + match.recommendation()
                  + "\t"
                  + Advice.coverage(match.dimensions())
                  + "\t"
                  + match.flags().stream().map(Match.Flag::kind).toList());
          print(parts, pair, match);
        }
      }
      int pairs = jobDescriptions.size() * cvs.size();
      System.out.printf(
          "%d pairs, %.3f ms each, the first pass with the model%n",
          pairs, (System.nanoTime() - start) / 1e6 / pairs);
    }
  }

  private static void print(PrintWriter out, String pair, Match match) {
    for (var dimension : match.dimensions()) {
      for (var part : dimension.parts()) {
        out.printf(
            "%s%s\t%s\t%s\t%.4f\t%.4f\t%s%n",
            pair,
            dimension.dimension(),
            part.requirement() == null ? "-" : part.requirement(),
            part.label(),
            part.points(),
            part.outOf(),
            part.importance());
      }
    }
  }

  private static Map<String, VisibleText> texts(Path folder) throws IOException {
    var texts = new TreeMap<String, VisibleText>();
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    for (var file : files) {
      var name = file.getFileName().toString();
      texts.put(
          name.substring(0, name.length() - ".txt".length()),
          VisibleText.of(Files.readString(file)));
    }
    return texts;
  }

  private static Reading reading(VisibleText text, LocalProfileReader profiles) {
    var source = new Extraction.Text(FileType.TEXT, 1, text, List.of(), null, List.of());
    return new Reading(source, profiles.read(source, TODAY));
  }
}
