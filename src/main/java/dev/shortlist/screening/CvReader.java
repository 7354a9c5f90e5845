package dev.shortlist.screening;

import static java.time.ZoneOffset.UTC;

import dev.shortlist.profile.ProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.storage.Storage;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.TextExtractor;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// From the stored bytes of a CV to what it says.
@Component
class CvReader {
  private final Storage storage;
  private final TextExtractor extractor;
  private final ProfileReader profiles;
  private final Clock clock;

  CvReader(Storage storage, TextExtractor extractor, ProfileReader profiles, Clock clock) {
    this.storage = storage;
    this.extractor = extractor;
    this.profiles = profiles;
    this.clock = clock;
  }

  /// @param file what the file was called, for its extension
  Extraction extract(String documentHash, String file) throws IOException {
    return extractor.extract(storage.path(documentHash), file);
  }

  Reading profile(Extraction.Text text) {
    return new Reading(text, profiles.read(text, LocalDate.ofInstant(clock.instant(), UTC)));
  }

  /// Equal versions give equal readings.
  String version() {
    return extractor.version() + " " + profiles.version();
  }
}
