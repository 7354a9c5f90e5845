package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.intake.Received;
import dev.shortlist.screening.Screening;
import java.util.List;

/// Every file a screening received, and what became of it.
record FilesPage(Screening screening, List<FileRow> files) {

  static FilesPage of(Screening screening, List<Received> received, Sight sight) {
    return new FilesPage(screening, received.stream().map(one -> FileRow.of(one, sight)).toList());
  }

  /// @param tone style of the outcome
  record FileRow(String path, String outcome, String tone, String detail) {
    static FileRow of(Received received, Sight sight) {
      return switch (received) {
        case Received.Accepted(var path, var id) ->
            new FileRow(sight.seen(id, path), "taken in", "good", "");
        case Received.Duplicate(var path, var id, var original) ->
            new FileRow(
                sight.seen(id, path),
                "duplicate",
                "",
                "same content as " + sight.seen(id, original));
        case Received.Refused(var path, var id, var reason, var detail) ->
            new FileRow(
                sight.seen(id, path),
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
