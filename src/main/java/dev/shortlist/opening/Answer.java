package dev.shortlist.opening;

import dev.shortlist.text.Reason;
import java.util.List;

/// What became of what somebody sent.
public sealed interface Answer {

  /// It came; or it had come before, which looks the same.
  record Taken(Arrival arrival) implements Answer {}

  /// Something is to be put right, and nothing was kept.
  record Wrong(List<Fault> faults) implements Answer {
    public Wrong {
      faults = List.copyOf(faults);
    }
  }

  /// The file is none that can be read, and was not kept.
  record Unfit(Reason reason) implements Answer {}

  /// It cannot be taken at the moment, and nothing was kept.
  record Later() implements Answer {}

  /// The page takes no applications.
  record Closed() implements Answer {}

  /// What is to be put right.
  enum Fault {
    NAME,
    EMAIL,
    NO_FILE,
    TOO_LARGE,
    FORMAT,
    NOT_AGREED,
    /// The field nobody sees was filled.
    TRAP,
    /// Quicker than people are.
    QUICK,
    /// The form is none of ours, or too old.
    STALE,
    /// The consent text was changed since the form was shown.
    CHANGED
  }
}
