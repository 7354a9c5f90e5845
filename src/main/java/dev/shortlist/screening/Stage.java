package dev.shortlist.screening;

/// How far an application is. It only moves down this list; the last four are final.
public enum Stage {
  QUEUED(0),
  EXTRACTING(5),
  PROFILING(40),
  MATCHING(70),
  COMPLETED(100),
  /// The file has no readable text, for a known reason; a person looks at it.
  NEEDS_REVIEW(100),
  /// Something unexpected went wrong, as often as it was tried; a person looks at it.
  FAILED(100),
  CANCELLED(100);

  private final int percent;

  Stage(int percent) {
    this.percent = percent;
  }

  /// Share of the work that is behind an application in this stage, 0 to 100.
  public int percent() {
    return percent;
  }

  /// Whether nothing more will be done.
  public boolean isFinal() {
    return percent == 100;
  }
}
