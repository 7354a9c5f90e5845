package dev.shortlist.jobdescription;

import dev.shortlist.text.Passage;

/// Something in a job description that is unclear, contradictory or unlawful to ask.
///
/// @param advice what to write instead, a whole sentence in English
public record Concern(Kind kind, Passage passage, String advice) {

  public enum Kind {
    UNCLEAR,
    CONTRADICTORY,
    /// Asks about age, gender, origin, religion, health or family: not allowed in many countries.
    UNLAWFUL
  }
}
