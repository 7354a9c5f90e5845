package dev.shortlist.web;

import dev.shortlist.screening.Application;
import dev.shortlist.screening.ReviewTray;
import java.util.List;

/// The first CVs in the review tray, and how many there are.
record Tray(ReviewTray.Counts counts, List<Line> lines) {
  static final int PLACES = 50;

  /// One CV a person has to look at.
  ///
  /// @param isKept whether its file is kept, so that it can be opened and tried again
  /// @param lookedBy who looked at it, empty while nobody did
  record Line(Application application, boolean isKept, String lookedBy) {}
}
