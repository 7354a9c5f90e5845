package dev.shortlist.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command reads and writes.
///
/// @param columns cells of a line, also where nobody looks
/// @param watched whether a person sees `err`, so that progress is worth showing
public record Console(
    InputStream in, PrintStream out, PrintStream err, int columns, boolean watched) {
  private static final int COLUMNS_OF_A_FILE = 140;
  private static final int LEAST_COLUMNS = 60;

  /// The console of this process. Java cannot tell a terminal from a pipe stream by stream, so the
  /// launcher says it: `-Dshortlist.columns`, and `-Dshortlist.watched` if errors go to a terminal.
  public static Console ofProcess() {
    return new Console(
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Math.max(Integer.getInteger("shortlist.columns", COLUMNS_OF_A_FILE), LEAST_COLUMNS),
        Boolean.getBoolean("shortlist.watched"));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
