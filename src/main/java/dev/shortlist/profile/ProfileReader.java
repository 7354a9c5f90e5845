package dev.shortlist.profile;

import dev.shortlist.text.Extraction;
import java.time.LocalDate;

/// Understands a CV.
public interface ProfileReader {

  /// Reads the profile out of visible text.
  ///
  /// @param today day the reading is made; "present" means the CV's own date where it has one, else
  ///   this day
  Profile read(Extraction.Text cv, LocalDate today);

  /// Names the reader and its data: equal versions give equal profiles.
  String version();
}
