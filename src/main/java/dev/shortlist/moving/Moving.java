package dev.shortlist.moving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last import into an account.
///
/// @param files CVs that are kept so far
/// @param allFiles CVs in the export, 0 before it is opened
/// @param rows that were taken in, 0 until it is done
/// @param error why it was refused, empty otherwise
/// @param finishedAt absent while it goes on
public record Moving(
    State state,
    int files,
    int allFiles,
    long rows,
    String error,
    Instant begunAt,
    @Nullable Instant finishedAt) {

  /// How far it is.
  public enum State {
    WAITING,
    /// CVs are kept; nothing of them shows yet.
    FILES,
    /// Rows are read; they show all at once.
    ROWS,
    DONE,
    /// Nothing was imported.
    REFUSED
  }

  public boolean isOver() {
    return state == State.DONE || state == State.REFUSED;
  }
}
