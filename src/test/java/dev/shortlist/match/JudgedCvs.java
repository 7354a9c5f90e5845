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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A job description with invented CVs and the fit a reader gave each, 0 to 4, before any score was
/// seen: 0 another trade, 1 near or most must-haves missing, 2 plausible, 3 nearly all must-haves
/// and the right level, 4 all of it shown in the work.
///
/// As a program it prints every score with its parts.
record JudgedCvs(String name, JobDescription job, List<Judged> cvs) {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/shortlist/match/judged").toAbsolutePath();
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 1);

  /// @param why the reader's reason
  record Judged(int fit, String why, Reading cv) {}

  public static void main(String[] arguments) {
    var taxonomy = Taxonomy.standard();
    try (var matcher = new LocalMatcher(taxonomy)) {
      for (var set : all(taxonomy)) {
        System.out.printf("%n== %s%n", set.name());
        for (var judged : set.cvs()) {
          print(judged, matcher.match(judged.cv(), set.job(), Weights.STANDARD));
        }
      }
    }
  }

  static List<JudgedCvs> all(Taxonomy taxonomy) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(file -> read(file, taxonomy)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JudgedCvs read(Path file, Taxonomy taxonomy) {
    var cvs = new ArrayList<Judged>();
    JobDescription job = null;
    for (String part : text(file).split("(?m)^== ", -1)) {
      int end = part.indexOf('\n');
      var heading = part.substring(0, Math.max(0, end));
      var body = part.substring(end + 1);
      if (heading.equals("job")) {
        job = new JobDescriptionReader(taxonomy).read(null, VisibleText.of(body));
      } else if (!heading.isEmpty()) {
        int fit = Integer.parseInt(heading.substring(0, 1));
        cvs.add(new Judged(fit, heading.substring(2), read(body, taxonomy)));
      }
    }
    if (job == null) {
      throw new IllegalStateException("no job description in " + file);
    }
    var name = file.getFileName().toString();
    return new JudgedCvs(name.substring(0, name.length() - ".txt".length()), job, cvs);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reading read(String cv, Taxonomy taxonomy) {
    var source =
        new Extraction.Text(FileType.TEXT, 1, VisibleText.of(cv), List.of(), null, List.of());
    return new Reading(source, new LocalProfileReader(taxonomy).read(source, TODAY));
  }

  private static void print(Judged judged, Match match) {
    System.out.printf(
        "%d  %.1f %s  coverage %.2f  %s%n",
        judged.fit(),
        match.total(),
        match.recommendation(),
        Advice.coverage(match.dimensions()),
        judged.why());
    for (var dimension : match.dimensions()) {
      for (var part : dimension.parts()) {
        System.out.printf(
            "     %-18s %5.1f of %5.1f  %s: %s%n",
            dimension.dimension(), part.points(), part.outOf(), part.label(), part.reason());
      }
    }
    match
        .gates()
        .forEach(gate -> System.out.printf("     gate %s %s%n", gate.label(), gate.answer()));
  }
}
