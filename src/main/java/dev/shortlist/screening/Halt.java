package dev.shortlist.screening;

/// Why the program pauses a screening until a person decides.
public enum Halt {
  /// What it may spend is spent.
  BUDGET,
  /// The language model cannot be used until somebody mends something.
  MODEL
}
