package dev.shortlist.screening;

import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;

/// A completed application and its place in the ranking.
///
/// @param rank place from 1, in the order of [dev.shortlist.match.Ranking]
public record RankedApplication(int rank, Application application, Profile profile, Match match) {}
