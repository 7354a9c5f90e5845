package dev.shortlist.backup;

import java.util.List;
import java.util.Map;

/// What an exported file holds, and how to tell that it is whole.
///
/// @param format version of this format
/// @param schema version of the tables
/// @param tables in the order of their names
/// @param sequences last value by name
/// @param files number of stored files
/// @param missing hashes of files the database knows and the store has lost
record Manifest(
    int format,
    String schema,
    List<Table> tables,
    Map<String, Long> sequences,
    int files,
    List<String> missing) {
  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  /// @param columns as in the file, from left to right
  /// @param sha256 of the rows as they stand in the file
  record Table(String name, List<String> columns, long rows, String sha256) {
    String entry() {
      return "tables/%s.copy".formatted(name);
    }
  }
}
