package dev.shortlist.cli;

import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Limits;
import dev.shortlist.text.TextExtractor;
import java.time.LocalDate;

/// The pure core, put together.
///
/// @param extractor opens files, `threads` at a time, each in a child process
record Engine(
    TextExtractor extractor,
    LocalProfileReader profiles,
    JobDescriptionReader jobDescriptions,
    LocalMatcher matcher)
    implements AutoCloseable {

  static Engine start(int threads) {
    var extractor = new TextExtractor(Limits.standard(), threads);
    var taxonomy = Taxonomy.standard();
    return new Engine(
        extractor,
        new LocalProfileReader(taxonomy),
        new JobDescriptionReader(taxonomy),
        new LocalMatcher(taxonomy));
  }

  CvReader cvReader(LocalDate asOf) {
    return new CvReader(extractor, profiles, asOf);
  }

  @Override
  public void close() {
    matcher.close();
    extractor.close();
  }
}
