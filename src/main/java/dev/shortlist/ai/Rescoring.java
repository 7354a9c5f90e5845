package dev.shortlist.ai;

import dev.shortlist.match.Match;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.ToldDates;
import java.util.List;

/// Reads and matches a CV once more, by the local engine, with dates a model told.
public interface Rescoring {
  Scored with(List<ToldDates> dates);

  /// A reading and its local match.
  record Scored(Reading reading, Match match) {}
}
