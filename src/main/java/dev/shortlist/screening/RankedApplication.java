package dev.shortlist.screening;

import dev.shortlist.match.Match;
import dev.shortlist.profile.Profile;
import dev.shortlist.text.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A completed application and its place in the ranking.
///
/// @param rank place from 1, in the order of [dev.shortlist.match.Ranking]
/// @param notices what was noticed about the file
/// @param judged what a language model's reading made of it, absent where none was to read it
public record RankedApplication(
    int rank,
    Application application,
    Profile profile,
    Match match,
    List<Notice.Kind> notices,
    @Nullable Judged judged) {
  /// Without a model's reading.
  public RankedApplication(
      int rank, Application application, Profile profile, Match match, List<Notice.Kind> notices) {
    this(rank, application, profile, match, notices, null);
  }

  public RankedApplication {
    notices = List.copyOf(notices);
  }

  RankedApplication with(@Nullable Judged by) {
    return new RankedApplication(rank, application, profile, match, notices, by);
  }
}
