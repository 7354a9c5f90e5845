package dev.shortlist.web;

import dev.shortlist.intake.Received;
import dev.shortlist.screening.Screening;
import java.util.List;

/// Every file a screening received, and what became of it.
record FilesPage(Screening screening, List<FileRow> files) {

  static FilesPage of(Screening screening, List<Received> received) {
    return new FilesPage(screening, received.stream().map(FileRow::of).toList());
  }

  /// @param tone style of the outcome
  record FileRow(String path, String outcome, String tone, String detail) {
    static FileRow of(Received received) {
      return switch (received) {
        case Received.Accepted(var path, var _) -> new FileRow(path, "taken in", "good", "");
        case Received.Duplicate(var path, var _, var original) ->
            new FileRow(path, "duplicate", "", "same content as " + original);
        case Received.Refused(var path, var _, var reason, var detail) ->
            new FileRow(
                path,
                "review tray",
                "warn",
                reason.meaning()
                    + (detail.isEmpty() ? "" : " (" + detail + ")")
                    + "; "
                    + reason.advice());
        case Received.Ignored(var path) -> new FileRow(path, "system file", "", "nobody's CV");
      };
    }
  }
}
