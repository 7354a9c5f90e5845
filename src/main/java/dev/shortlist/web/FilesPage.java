package dev.shortlist.web;

import dev.shortlist.blind.Sight;
import dev.shortlist.intake.Received;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Stage;
import dev.shortlist.text.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The files a screening received, a page of them, and what became of them by now. System files
/// that came along are nobody's CV: they are counted apart, as on the screening's page.
///
/// @param counts how many of all files have each fate
/// @param files in the order received
/// @param from how many come before the first of `files`
/// @param systemFiles paths of the first of them; none where names are hidden, as a folder or a
///   shadow of a file may bear one
/// @param leftOut how many system files there were
record FilesPage(
    Screening screening,
    Map<Fate, Integer> counts,
    List<FileRow> files,
    int from,
    List<String> systemFiles,
    int leftOut) {
  /// Files on a page.
  static final int PLACES = 200;

  /// @param fates of all the screening received
  /// @param received a page of files, and some of the system files
  /// @param known the applications of that page
  static FilesPage of(
      Screening screening,
      List<dev.shortlist.intake.Fate> fates,
      List<Received> received,
      int from,
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
    var counts = new EnumMap<Fate, Integer>(Fate.class);
    int leftOut = 0;
    for (var one : fates) {
      switch (one.outcome()) {
        case ACCEPTED -> counts.merge(Fate.of(one.stage()), one.files(), Integer::sum);
        case DUPLICATE -> counts.merge(Fate.DUPLICATE, one.files(), Integer::sum);
        case REFUSED -> counts.merge(Fate.REVIEW, one.files(), Integer::sum);
        case IGNORED -> leftOut += one.files();
      }
    }
    return new FilesPage(
        screening, counts, files, from, sight.open() ? systemFiles : List.of(), leftOut);
  }

  /// How many files came in, on all pages.
  int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  boolean hasBefore() {
    return from > 0;
  }

  boolean hasAfter() {
    return from + files.size() < all();
  }

  /// Address of the page before or after this.
  String page(int first) {
    return "/screenings/%d/files?from=%d".formatted(screening.number(), Math.max(0, first));
  }

  /// How many files there are of each fate, in words: `24 read, 3 in the review tray`.
  String sum() {
    return counts.entrySet().stream()
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

    static Fate of(@Nullable Stage stage) {
      return switch (stage) {
        case null -> IN_WORK;
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
      var fate = Fate.of(application.stage());
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
