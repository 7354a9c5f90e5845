package dev.shortlist.screening;

import java.util.Set;

/// Whose names, addresses and places somebody may see, by the application they came with last.
///
/// @param open screenings in which all may be seen
/// @param apart applications for which it is otherwise than in their screening
public record Names(Set<ScreeningId> open, Set<ApplicationId> apart) {
  public Names {
    open = Set.copyOf(open);
    apart = Set.copyOf(apart);
  }
}
