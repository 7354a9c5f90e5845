package dev.shortlist.profile;

import org.jspecify.annotations.Nullable;

/// A human language the person says to know.
///
/// @param language English name: `German`
/// @param level as far as it can be told
public record SpokenLanguage(Fact<String> language, @Nullable Level level) {

  /// Levels of the Common European Framework, and above them a language of upbringing.
  public enum Level {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
    NATIVE
  }
}
