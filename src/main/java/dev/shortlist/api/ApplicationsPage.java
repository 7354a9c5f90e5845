package dev.shortlist.api;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.blind.Sight;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.ApplicationId;
import dev.shortlist.screening.Applications;
import dev.shortlist.screening.Order;
import dev.shortlist.screening.Screening;
import dev.shortlist.screening.Sought;
import dev.shortlist.screening.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One page of a screening's applications: first the ranking, then those without a place in the
/// order received.
@Schema(name = "Applications")
record ApplicationsPage(
    List<ApplicationBody> applications,
    @Schema(description = "Cursor of the next page; null on the last", nullable = true)
        @Nullable String next) {

  /// Where a page starts: `r50` after 50 places of the ranking, `a` at the start of the others, or
  /// `a` and the last application of the page before.
  sealed interface Cursor {
    record Rank(int offset) implements Cursor {}

    record After(@Nullable ApplicationId application) implements Cursor {}

    /// The cursor `text`, or the start where there is none.
    ///
    /// @throws Problem.Refused if `text` is no cursor
    static Cursor of(@Nullable String text) {
      try {
        if (text == null || text.isEmpty()) {
          return new Rank(0);
        }
        String rest = text.substring(1);
        if (text.startsWith("r")) {
          return new Rank(Integer.parseUnsignedInt(rest));
        }
        if (text.startsWith("a")) {
          return new After(rest.isEmpty() ? null : new ApplicationId(UUID.fromString(rest)));
        }
      } catch (IllegalArgumentException e) {
        throw unknown(text, e);
      }
      throw unknown(text, null);
    }

    private static Problem.Refused unknown(@Nullable String text, @Nullable Exception cause) {
      var refused =
          Problem.INVALID_VALUE.because(
              "\"%s\" is not a cursor: take it from \"next\" of the page before.".formatted(text));
      if (cause != null) {
        refused.initCause(cause);
      }
      return refused;
    }
  }

  /// Reads the pages of one screening.
  ///
  /// @param stage absent for all
  /// @param sought when it narrows the ranking, those without a place are left out
  /// @param sight whose names may be seen
  record Source(
      Applications applications,
      AccountId account,
      Screening screening,
      @Nullable Stage stage,
      Sought sought,
      Order order,
      Sight sight) {

    ApplicationsPage page(Cursor cursor, int limit) {
      return switch (cursor) {
        case Cursor.Rank(var offset) when mayRank() -> ranking(offset, limit);
        case Cursor.Rank ignored -> others(null, limit, new ArrayList<>());
        case Cursor.After(var last) -> others(last, limit, new ArrayList<>());
      };
    }

    private ApplicationsPage ranking(int offset, int limit) {
      var found =
          new ArrayList<>(
              applications.ranking(account, screening.id(), sought, order, offset, limit).stream()
                  .map(sight::seen)
                  .map(ApplicationBody::of)
                  .toList());
      if (found.size() == limit) {
        return new ApplicationsPage(found, "r" + (offset + limit));
      }
      return stage == Stage.COMPLETED || !sought.equals(Sought.ALL)
          ? new ApplicationsPage(found, null)
          : others(null, limit, found);
    }

    private ApplicationsPage others(
        @Nullable ApplicationId after, int limit, List<ApplicationBody> found) {
      var last = after;
      while (true) {
        var next = applications.list(account, screening.id(), last, limit);
        for (var application : next) {
          if (found.size() == limit) {
            return new ApplicationsPage(found, "a" + (last == null ? "" : last));
          }
          last = application.id();
          if (wanted().test(application)) {
            found.add(ApplicationBody.of(sight.seen(application)));
          }
        }
        if (next.size() < limit) {
          return new ApplicationsPage(found, null);
        }
      }
    }

    private boolean mayRank() {
      return screening.jobDescription() != null && (stage == null || stage == Stage.COMPLETED);
    }

    private Predicate<Application> wanted() {
      boolean ranks = screening.jobDescription() != null;
      return application ->
          stage == null
              ? !(ranks && application.stage() == Stage.COMPLETED)
              : application.stage() == stage;
    }
  }
}
