package dev.shortlist.ai;

import dev.shortlist.match.Match;
import dev.shortlist.profile.Reading;
import dev.shortlist.profile.ToldDates;
import dev.shortlist.profile.ToldFact;
import java.util.List;

/// Reads and matches a CV once more, by the local engine, with what a model told.
public interface Rescoring {
  Scored with(List<ToldDates> dates, List<ToldFact> facts);

  /// A reading and its local match.
  record Scored(Reading reading, Match match) {}
}
