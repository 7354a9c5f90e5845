package dev.shortlist.screening;

import static java.time.ZoneOffset.UTC;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.profile.Reading;
import dev.shortlist.storage.Storage;
import dev.shortlist.storage.StorageAway;
import dev.shortlist.tasks.Away;
import dev.shortlist.tasks.Engine;
import dev.shortlist.terms.Engines;
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
  private final Engines engines;
  private final Clock clock;

  CvReader(Storage storage, TextExtractor extractor, Engines engines, Engine engine) {
    this.storage = storage;
    this.extractor = extractor;
    this.engines = engines;
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

  Reading profile(AccountId account, Extraction.Text text) {
    var profiles = engines.of(account).profiles();
    return new Reading(text, profiles.read(text, LocalDate.ofInstant(clock.instant(), UTC)));
  }

  /// Equal versions give equal readings; the account's own terms are a part of it.
  String version(AccountId account) {
    return extractor.version() + " " + engines.of(account).profiles().version();
  }
}
