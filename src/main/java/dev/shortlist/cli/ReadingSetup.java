package dev.shortlist.cli;

import dev.shortlist.text.Setup;

/// What the settings say about reading files; this package does not know where they stand.
@FunctionalInterface
public interface ReadingSetup {

  /// The setup for `children` files at a time, whatever the settings say about that.
  ///
  /// @throws IllegalArgumentException if a setting cannot be understood; the message names it
  Setup of(int children);
}
