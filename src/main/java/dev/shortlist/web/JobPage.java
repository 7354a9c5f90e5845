package dev.shortlist.web;

import dev.shortlist.screening.Screening;
import dev.shortlist.screening.StoredJobDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job description in one of its versions.
///
/// @param revisions newest first
/// @param differences from the version before, absent for the first
/// @param screenings newest first
record JobPage(
    StoredJobDescription job,
    List<StoredJobDescription> revisions,
    @Nullable Differences differences,
    CardView card,
    List<Screening> screenings,
    OpeningView opening) {

  boolean isLast() {
    return job.revision() == revisions.getFirst().revision();
  }
}
