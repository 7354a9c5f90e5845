package dev.shortlist.screening;

import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;
import dev.shortlist.text.Notice;
import java.util.List;

/// A completed application and its place in the ranking.
///
/// @param rank place from 1, in the order of [dev.shortlist.match.Ranking]
/// @param notices what was noticed about the file
public record RankedApplication(
    int rank, Application application, Profile profile, Match match, List<Notice.Kind> notices) {
  public RankedApplication {
    notices = List.copyOf(notices);
  }
}
