package dev.shortlist.pool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the ranking of the pool for a job description stands.
///
/// @param revision of the job description that is ranked for
/// @param cvs number of CVs in the pool; while it runs, of those it began with
/// @param compared how many of these are compared
/// @param failed how many of these could not be compared
/// @param places number of places there are to show
/// @param begunAt absent when it never began
/// @param endedAt absent while it runs
public record PoolRanking(
    int revision,
    State state,
    int cvs,
    int compared,
    int failed,
    int places,
    @Nullable Instant begunAt,
    @Nullable Instant endedAt,
    Since since) {

  /// Nobody asked for it yet, it goes on, or it ended: with all there is, or before.
  public enum State {
    NOT_BEGUN,
    RUNNING,
    COMPLETED,
    CANCELLED
  }

  /// What changed since it ended; nothing is said while it runs.
  ///
  /// @param revisions later revisions of the job description
  /// @param cvs CVs that came, or were read anew
  /// @param engine whether the matcher, or the terms it knows, are others by now
  public record Since(int revisions, int cvs, boolean engine) {
    static final Since NOTHING = new Since(0, 0, false);
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }

  /// Whether ranking again would tell something else.
  public boolean isOutOfDate() {
    return !since.equals(Since.NOTHING);
  }
}
