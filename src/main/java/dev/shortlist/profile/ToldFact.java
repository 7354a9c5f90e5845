package dev.shortlist.profile;

import dev.shortlist.text.Passage;

/// Something the local reader did not find in a CV or was not sure of, as a language model told it
/// and visible words say it.
///
/// @param at which post, course or language of the profile, from 0
/// @param value for a title or an employer the words; for a level its name, such as `MASTER` or
///   `B2`
/// @param words of the CV that say so
public record ToldFact(Field field, int at, String value, Passage words) {

  /// Whether the value is the name of a level.
  public boolean isLevel() {
    return field == Field.DEGREE_LEVEL || field == Field.LANGUAGE_LEVEL;
  }

  /// What a model may be asked for.
  public enum Field {
    /// What a post was.
    TITLE,
    /// Whom a post was with.
    EMPLOYER,
    /// What a degree amounts to: a [dev.shortlist.skills.DegreeLevel].
    DEGREE_LEVEL,
    /// How well a language is known: a [SpokenLanguage.Level].
    LANGUAGE_LEVEL
  }
}
