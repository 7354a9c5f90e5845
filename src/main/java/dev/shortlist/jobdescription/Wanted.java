package dev.shortlist.jobdescription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a requirements card as a person wants it; see [CardEditor].
public sealed interface Wanted {

  /// A requirement that stays, changed where a value is given.
  ///
  /// @param id of the requirement
  /// @param label what to call it
  /// @param importance a requirement that becomes more or less important changes its weight with it
  /// @param weight above 0 and at most 1
  /// @param years of a skill or of experience, 0 for none
  /// @param anyOf names of skills, of which any one will do
  record Kept(
      String id,
      @Nullable String label,
      @Nullable Importance importance,
      @Nullable Double weight,
      @Nullable Integer years,
      List<String> anyOf)
      implements Wanted {
    public Kept {
      anyOf = List.copyOf(anyOf);
    }

    /// The requirement `id` as it is.
    public static Kept asItIs(String id) {
      return new Kept(id, null, null, null, null, List.of());
    }
  }

  /// Something new, in the words of a job description: `3 years of SQL`, `Java or Kotlin`.
  ///
  /// @param importance absent for what the words say
  /// @param weight absent for 1
  record Added(String sentence, @Nullable Importance importance, @Nullable Double weight)
      implements Wanted {}
}
