package dev.shortlist.match;

import dev.shortlist.text.Passage;

/// A passage of the CV that earned points.
///
/// @param kind how the words fit what was asked
/// @param share share of the requirement it shows, above 0 and at most 1
/// @param note what the passage shows, in English: `MySQL, related to PostgreSQL`
public record Evidence(Passage passage, Kind kind, double share, String note) {

  public enum Kind {
    EXACT,
    ALIAS,
    NARROWER,
    BROADER,
    RELATED,
    /// Other words with a near meaning, told by the language model inside; never as good as the
    /// words themselves.
    SIMILAR_WORDING
  }
}
