package dev.shortlist.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an exported account holds, and how to tell that it is whole. It is the last entry.
///
/// @param format version of this format
/// @param id of this export, so that it is not imported twice
/// @param name of the account
/// @param keptDays the account's rule for how long screenings are kept
/// @param kinds one for each entry of rows
/// @param files number of CVs
/// @param missing hashes of CVs the store has lost
record AccountManifest(
    int format,
    String id,
    Instant exportedAt,
    String name,
    @Nullable Integer keptDays,
    List<Rows> kinds,
    int files,
    List<String> missing) {
  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  AccountManifest {
    kinds = List.copyOf(kinds);
    missing = List.copyOf(missing);
  }

  /// The rows of one kind.
  ///
  /// @param columns of each row, named in it
  /// @param bytes of the entry, unpacked
  /// @param sha256 of the entry, unpacked
  record Rows(String kind, List<String> columns, long rows, long bytes, String sha256) {
    Rows {
      columns = List.copyOf(columns);
    }
  }

  long rows() {
    return kinds.stream().mapToLong(Rows::rows).sum();
  }
}
