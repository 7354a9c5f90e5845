package dev.shortlist.opening;

import dev.shortlist.screening.Stage;

/// What somebody sent by a page to apply on, as those who work with it see it.
///
/// @param screening number of the screening it is in
/// @param stage of the application
/// @param first whether the application was made by it; else the file had come in another way
/// @param others how many others sent the same file
public record Sent(Arrival arrival, int screening, Stage stage, boolean first, int others) {

  /// Where it is looked at.
  public String path() {
    return stage == Stage.COMPLETED
        ? "/screenings/%d/applications/%s".formatted(screening, arrival.application())
        : "/screenings/%d#t-%s".formatted(screening, arrival.application());
  }
}
