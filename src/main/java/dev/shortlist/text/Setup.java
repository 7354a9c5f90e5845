package dev.shortlist.text;

/// What a [TextExtractor] works with.
///
/// @param children most child processes at a time; as many files are read in parallel
public record Setup(Limits limits, Recognition recognition, Sandbox sandbox, int children) {
  public Setup {
    if (children < 1) {
      throw new IllegalArgumentException("reading needs a child process: " + children);
    }
  }

  public static Setup standard(int children) {
    return new Setup(Limits.standard(), Recognition.standard(), Sandbox.WHERE_AVAILABLE, children);
  }
}
