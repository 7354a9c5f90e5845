package dev.shortlist.database;

import java.util.UUID;

/// Forgets what a module keeps of persons beside the rows that lead to them. Every bean of this
/// type is asked, in the transaction that erases.
public interface Eraser {

  /// Deletes, or blanks, what speaks of the erased. It is asked once for many.
  void erase(UUID account, Erased erased);
}
