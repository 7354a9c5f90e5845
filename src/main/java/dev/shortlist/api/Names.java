package dev.shortlist.api;

/// Whether whoever asks wants to see whose CVs they are.
enum Names {
  SHOWN,
  HIDDEN
}
