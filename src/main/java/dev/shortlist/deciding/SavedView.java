package dev.shortlist.deciding;

import dev.shortlist.screening.ScreeningId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Filters and order of a ranking that a person keeps under a name.
///
/// @param screening absent for a view of every screening
/// @param query of the address that shows it: `verdict=none&minScore=60`
public record SavedView(UUID id, @Nullable ScreeningId screening, String name, String query) {
  public static final int LONGEST_NAME = 60;
  public static final int LONGEST_QUERY = 2000;
}
