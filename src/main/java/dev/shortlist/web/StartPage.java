package dev.shortlist.web;

import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.StoredJobDescription;
import java.util.List;

/// The start page.
///
/// @param limit bytes one upload may have
record StartPage(
    List<StoredJobDescription> saved, List<Recent> recent, Samples samples, long limit) {

  /// A screening of late.
  record Recent(Screening screening, Progress progress) {}
}
