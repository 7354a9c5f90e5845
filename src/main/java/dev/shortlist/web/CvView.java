package dev.shortlist.web;

import dev.shortlist.screening.ApplicationDetail;
import org.jspecify.annotations.Nullable;

/// How a CV is laid out on the page.
interface CvView {
  /// As text, for whoever wants it so and where there is nothing to paint.
  CvView TEXT = (detail, table) -> text(detail, table, false, false);

  /// What the page shows of a CV.
  ///
  /// @param detail as it may be seen
  /// @return absent when the CV was not read
  CandidatePage.@Nullable Cv of(ApplicationDetail detail, @Nullable ScoreTable table);

  static CandidatePage.@Nullable Cv text(
      ApplicationDetail detail, @Nullable ScoreTable table, boolean paintable, boolean waits) {
    var reading = detail.reading();
    return reading == null
        ? null
        : new CandidatePage.Cv(
            Sheet.of(reading.source().text(), ScoreTable.passages(table)), null, paintable, waits);
  }
}
