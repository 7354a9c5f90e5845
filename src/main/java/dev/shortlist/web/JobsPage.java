package dev.shortlist.web;

import dev.shortlist.screening.StoredJobDescription;
import java.util.List;
import java.util.Locale;

/// A page of the job descriptions an account keeps.
///
/// @param q what was searched for, empty for all
/// @param total how many were found
/// @param page from 1
record JobsPage(List<StoredJobDescription> jobs, String q, int total, int page) {
  private static final int PLACES = 50;

  static JobsPage of(List<StoredJobDescription> all, String q, int page) {
    String sought = q.strip().toLowerCase(Locale.ROOT);
    var found =
        all.stream()
            .filter(one ->
                one.content().title().toLowerCase(Locale.ROOT).contains(sought)
                    || (one.reference() != null
                        && one.reference().toLowerCase(Locale.ROOT).contains(sought)))
            .toList();
    int at = Math.clamp(page, 1, 10_000);
    return new JobsPage(
        found.stream().skip((at - 1L) * PLACES).limit(PLACES).toList(), q, found.size(), at);
  }

  boolean more() {
    return total > page * PLACES;
  }
}
