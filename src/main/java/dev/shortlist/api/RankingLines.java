package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.blind.Sight;
import dev.shortlist.intake.Intake;
import dev.shortlist.intake.Received;
import dev.shortlist.report.Person;
import dev.shortlist.report.Row;
import dev.shortlist.report.RowSink;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.RankedApplication;
import dev.shortlist.screening.ScreeningId;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;

/// A screening's files as lines of a spreadsheet: the ranking, the review tray, the duplicates.
///
/// @param job name of the job description
/// @param sight whose names are written
record RankingLines(
    Applications applications,
    Intake intake,
    AccountId account,
    ScreeningId screening,
    String job,
    Sight sight) {
  private static final int AT_ONCE = 500;

  void write(RowSink out) throws IOException {
    for (int offset = 0; ; offset += AT_ONCE) {
      var places = applications.ranking(account, screening, offset, AT_ONCE);
      for (var place : places) {
        out.add(ranked(sight.seen(place)));
      }
      if (places.size() < AT_ONCE) {
        break;
      }
    }
    for (var application : applications.review(account, screening)) {
      out.add(inReview(sight.seen(application)));
    }
    for (var received : intake.received(account, screening)) {
      if (received instanceof Received.Duplicate duplicate) {
        out.add(duplicate(duplicate));
      }
    }
  }

  private Row ranked(RankedApplication place) {
    var warnings =
        place.profile().warnings().stream()
            .map(warning -> warning.kind().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    var verdict = place.application().verdict();
    return new Row(
        job,
        place.application().file(),
        Person.of(place.profile()),
        warnings.isEmpty() ? Row.State.READ : Row.State.WARNING,
        warnings,
        Row.Standing.of(place.rank(), place.match()),
        verdict == null ? "" : verdict.name());
  }

  private Row inReview(Application application) {
    var trouble = ApplicationBody.Trouble.of(application);
    String reason = trouble == null ? "" : trouble.meaning() + "; " + trouble.advice();
    return unranked(application.file(), Row.State.REVIEW, reason);
  }

  private Row duplicate(Received.Duplicate duplicate) {
    return unranked(
        sight.seen(duplicate.application(), duplicate.path()),
        Row.State.DUPLICATE,
        "same content as " + sight.seen(duplicate.application(), duplicate.original()));
  }

  private Row unranked(String file, Row.State state, String reason) {
    return new Row(job, file, Person.UNKNOWN, state, reason, null);
  }
}
