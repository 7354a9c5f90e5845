package dev.shortlist.report;

import java.io.IOException;

/// Takes [Row]s one by one, as a spreadsheet that is being written.
@FunctionalInterface
public interface RowSink {
  /// Writes one.
  void add(Row row) throws IOException;
}
