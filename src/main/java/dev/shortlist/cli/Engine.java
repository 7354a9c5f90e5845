package dev.shortlist.cli;

import dev.shortlist.jobdescription.JobDescriptionReader;
import dev.shortlist.match.LocalMatcher;
import dev.shortlist.profile.LocalProfileReader;
import dev.shortlist.skills.Taxonomy;
import dev.shortlist.text.Setup;
import dev.shortlist.text.TextExtractor;
import java.time.LocalDate;

/// The pure core, put together.
///
/// @param extractor opens files, several at a time, each in a child process
record Engine(
    TextExtractor extractor,
    LocalProfileReader profiles,
    JobDescriptionReader jobDescriptions,
    LocalMatcher matcher)
    implements AutoCloseable {

  /// @throws CouldNotRun if the settings are wrong, or ask for what this machine does not have
  static Engine start(Setup setup) {
    var extractor = extractor(setup);
    var taxonomy = Taxonomy.standard();
    return new Engine(
        extractor,
        new LocalProfileReader(taxonomy),
        new JobDescriptionReader(taxonomy),
        new LocalMatcher(taxonomy));
  }

  private static TextExtractor extractor(Setup setup) {
    try {
      return new TextExtractor(setup);
    } catch (IllegalStateException e) {
      throw new CouldNotRun(e);
    }
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
