package dev.shortlist.screening;

import static java.time.ZoneOffset.UTC;

import dev.shortlist.profile.ProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.storage.Storage;
import dev.shortlist.storage.StorageAway;
import dev.shortlist.tasks.Away;
import dev.shortlist.tasks.Engine;
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
  private final Clock clock;

  CvReader(Storage storage, TextExtractor extractor, Engine engine) {
    this.storage = storage;
    this.extractor = extractor;
    this.clock = engine.clock();
  }

  /// @param file what the file was called, for its extension
  Extraction extract(String documentHash, String file) throws IOException {
    try (var stored = storage.borrow(documentHash)) {
      return extractor.extract(stored.path(), file);
    } catch (StorageAway e) {
      throw new Away("the file store does not answer", e);
    }
  }

  Reading profile(ProfileReader profiles, Extraction.Text text) {
    return new Reading(text, profiles.read(text, LocalDate.ofInstant(clock.instant(), UTC)));
  }

  /// Equal versions give equal readings; the account's own terms are a part of it.
  String version(ProfileReader profiles) {
    return extractor.version() + " " + profiles.version();
  }
}
