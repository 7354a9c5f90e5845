package dev.shortlist.ai;

import dev.shortlist.match.Match;
import dev.shortlist.profile.Reading;

/// A CV a model is to read.
///
/// @param id of the caller's; it is never sent
/// @param local what the local matcher says
/// @param rescoring what it says with what a model tells; nothing is asked where all is known
public record Cv(String id, Reading reading, Match local, Rescoring rescoring) {
  boolean lacksDates() {
    return PostDates.areMissing(reading);
  }
}
