package dev.shortlist.intake;

import java.util.List;

/// What became of an upload, file by file.
///
/// @param files every file found, in the order found
public record Receipt(List<Received> files) {
  public Receipt {
    files = List.copyOf(files);
  }

  /// How many files had the outcome `kind`.
  public long count(Class<? extends Received> kind) {
    return files.stream().filter(kind::isInstance).count();
  }
}
