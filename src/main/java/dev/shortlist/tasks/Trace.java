package dev.shortlist.tasks;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A stack trace for the log without messages: they may repeat words of a CV.
final class Trace {
  private static final int FRAMES = 12;

  private Trace() {}

  static String of(Throwable failure) {
    var trace = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      trace
          .append(trace.isEmpty() ? "" : "\nbecause of ")
          .append(cause.getClass().getName())
          .append(
              Arrays.stream(cause.getStackTrace())
                  .limit(FRAMES)
                  .map(frame -> "\n  at " + frame)
                  .collect(Collectors.joining()));
    }
    return trace.toString();
  }
}
