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
            new FileRow(sight.seen(id, path), Texts.say("screening.files.taken"), "good", "");
        case Received.Duplicate(var path, var id, var original) ->
            new FileRow(
                sight.seen(id, path),
                Texts.say("screening.files.duplicate"),
                "",
                Texts.say("screening.files.same", sight.seen(id, original)));
        case Received.Refused(var path, var id, var reason, var detail) ->
            new FileRow(
                sight.seen(id, path),
                Texts.say("screening.files.tray"),
                "warn",
                Words.unreadable(reason, detail));
        case Received.Ignored(var path) ->
            new FileRow(
                path, Texts.say("screening.files.system"), "", Texts.say("screening.files.nobody"));
      };
    }
  }
}
