package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.intake.Received;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Screening;
import dev.shortlist.text.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every file a screening received, and what became of it by now. System files that came along are
/// nobody's CV: they are counted apart, as on the screening's page.
///
/// @param files in the order received
/// @param systemFiles their paths; none where names are hidden, as a folder or a shadow of a file
///   may bear one
/// @param leftOut how many system files there were
record FilesPage(Screening screening, List<FileRow> files, List<String> systemFiles, int leftOut) {

  /// @param known the applications of the screening
  static FilesPage of(
      Screening screening,
      List<Received> received,
      Map<ApplicationId, Application> known,
      Sight sight) {
    var files = new ArrayList<FileRow>();
    var systemFiles = new ArrayList<String>();
    var rows = new Rows(screening, known, sight);
    for (Received one : received) {
      switch (one) {
        case Received.Accepted(var path, var id) -> files.add(rows.taken(path, id));
        case Received.Duplicate(var path, var id, var original) ->
            files.add(rows.duplicate(path, id, original));
        case Received.Refused(var path, var id, var reason, var detail) ->
            files.add(rows.refused(path, id, reason, detail));
        case Received.Ignored(var path) -> systemFiles.add(path);
      }
    }
    return new FilesPage(
        screening, files, sight.open() ? systemFiles : List.of(), systemFiles.size());
  }

  /// How many files there are of each fate, in words: `24 read, 3 in the review tray`.
  String sum() {
    return files.stream()
        .collect(Collectors.groupingBy(FileRow::fate, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Texts.say("screening.files.sum." + entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /// What became of a file.
  enum Fate {
    READ("good"),
    IN_WORK(""),
    REVIEW("warn"),
    CANCELLED(""),
    DUPLICATE("");

    private final String tone;

    Fate(String tone) {
      this.tone = tone;
    }

    static Fate of(Application application) {
      return switch (application.stage()) {
        case COMPLETED -> READ;
        case NEEDS_REVIEW, FAILED -> REVIEW;
        case CANCELLED -> CANCELLED;
        case QUEUED, EXTRACTING, PROFILING, MATCHING -> IN_WORK;
      };
    }

    /// Style of its name.
    String tone() {
      return tone;
    }
  }

  /// @param link page of the candidate; absent when the CV was not read
  record FileRow(String name, Fate fate, String detail, @Nullable String link) {}

  private record Rows(Screening screening, Map<ApplicationId, Application> known, Sight sight) {

    FileRow taken(String path, ApplicationId id) {
      var application = known.get(id);
      if (application == null) {
        return new FileRow(sight.seen(id, path), Fate.IN_WORK, "", null);
      }
      var fate = Fate.of(application);
      return new FileRow(
          name(path, id),
          fate,
          fate == Fate.REVIEW ? why(application) : "",
          fate == Fate.READ
              ? "/screenings/%d/applications/%s".formatted(screening.number(), id)
              : null);
    }

    /// Where names are hidden, it is called as the CV it is the same as.
    FileRow duplicate(String path, ApplicationId id, String original) {
      return new FileRow(
          name(path, id),
          Fate.DUPLICATE,
          sight.shows(id)
              ? Texts.say("screening.files.same", original)
              : Texts.say("screening.files.again"),
          null);
    }

    FileRow refused(String path, ApplicationId id, Reason reason, String detail) {
      return new FileRow(name(path, id), Fate.REVIEW, Words.unreadable(reason, detail), null);
    }

    private String name(String path, ApplicationId id) {
      var application = known.get(id);
      return sight.shows(id) || application == null
          ? sight.seen(id, path)
          : sight.seen(application).file();
    }

    private static String why(Application application) {
      var reason = application.reason();
      return reason == null
          ? Texts.say("screening.failed")
          : Words.unreadable(reason, application.detail());
    }
  }
}
