package dev.shortlist.profile;

import dev.shortlist.text.Extraction;
import java.time.LocalDate;
import java.util.List;

/// Understands a CV.
public interface ProfileReader {

  /// Reads the profile out of visible text.
  ///
  /// @param today day the reading is made; "present" means the CV's own date where it has one, else
  ///   this day
  Profile read(Extraction.Text cv, LocalDate today);

  /// What was read of a CV with what a person corrected since.
  ///
  /// @param original as it was read
  /// @throws CorrectionRefused if the CV does not bear a correction out
  Reading corrected(Reading original, List<Correction> corrections);

  /// Names the reader and its data: equal versions give equal profiles.
  String version();
}
