package dev.shortlist.cli;

import dev.shortlist.report.Row.State;
import dev.shortlist.report.SafeCsv;
import dev.shortlist.report.Unread;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What `manifest.csv` says of one file.
///
/// @param place its place among the files, from 0
/// @param path where it was found: `cvs.zip/2026/ann.pdf`
/// @param reason why it was not read, or what is to be known about it; may be empty
/// @param advice what a person can do about it; empty when it was read
/// @param output name of the file that was written about it
record ManifestLine(
    int place,
    String path,
    State state,
    String reason,
    String advice,
    Duration took,
    String output) {

  static ManifestLine review(int place, Unread file, Duration took, String output) {
    return new ManifestLine(
        place, file.file(), State.REVIEW, file.why(), file.reason().advice(), took, output);
  }

  static void write(List<ManifestLine> lines, Writer out) throws IOException {
    var csv = new SafeCsv(out);
    csv.line(List.of("path", "file", "state", "reason", "seconds", "output"));
    for (var line : lines) {
      csv.line(line.cells());
    }
  }

  private List<String> cells() {
    return List.of(
        path,
        Pile.fileName(path),
        state.name().toLowerCase(Locale.ROOT),
        reason,
        String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0),
        output);
  }
}
