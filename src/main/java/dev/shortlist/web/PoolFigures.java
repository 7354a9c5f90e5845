package dev.shortlist.web;

import dev.shortlist.accounts.AccountId;
import dev.shortlist.figures.Course;
import dev.shortlist.figures.Courses;
import dev.shortlist.figures.Figures;
import dev.shortlist.figures.Overview;
import dev.shortlist.screening.Progress;
import dev.shortlist.screening.Screening;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What the drawings of a screening's page are made of, counted anew when something changed.
@Component
class PoolFigures {
  private final Overview overview;
  private final Courses courses;
  private final Remembered<Figures> figures = new Remembered<>();
  private final Remembered<Optional<Course>> known = new Remembered<>();

  PoolFigures(Overview overview, Courses courses) {
    this.overview = overview;
    this.courses = courses;
  }

  Figures of(AccountId account, Screening screening, Progress progress) {
    return figures.of(screening.id(), progress, () -> overview.of(account, screening.id()));
  }

  /// Nothing before the first CV came.
  Optional<Course> course(AccountId account, Screening screening, Progress progress) {
    // A pause goes on though nothing changes.
    return progress.state() == Screening.State.PAUSED
        ? courses.find(account, screening.id())
        : known.of(screening.id(), progress, () -> courses.find(account, screening.id()));
  }
}
