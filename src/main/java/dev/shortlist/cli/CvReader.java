package dev.shortlist.cli;

import dev.shortlist.profile.ProfileReader;
import dev.shortlist.profile.Reading;
import dev.shortlist.text.Extraction;
import dev.shortlist.text.Reason;
import dev.shortlist.text.TextExtractor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

/// Reads one file: its text, and the profile in it.
final class CvReader {
  private final TextExtractor extractor;
  private final ProfileReader profiles;
  private final LocalDate asOf;

  CvReader(TextExtractor extractor, ProfileReader profiles, LocalDate asOf) {
    this.extractor = extractor;
    this.profiles = profiles;
    this.asOf = asOf;
  }

  /// What one file gave.
  sealed interface Outcome {
    Duration took();
  }

  record Read(Reading reading, Duration took) implements Outcome {}

  record Unread(Reason reason, String detail, Duration took) implements Outcome {}

  /// Reads `file`; whatever is wrong with it is an outcome.
  Outcome read(Path file, String name) {
    long began = System.nanoTime();
    return switch (extractor.extract(file, name)) {
      case Extraction.Text text -> understood(text, began);
      case Extraction.Unreadable(var reason, var detail) ->
          new Unread(reason, detail, since(began));
    };
  }

  // One CV that trips the reader must not cost the others their place.
  private Outcome understood(Extraction.Text text, long began) {
    try {
      return new Read(new Reading(text, profiles.read(text, asOf)), since(began));
    } catch (RuntimeException | StackOverflowError e) {
      return new Unread(Reason.FAILED, e.getClass().getSimpleName(), since(began));
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
