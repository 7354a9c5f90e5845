package dev.shortlist.jobdescription;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.shortlist.skills.DegreeLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a requirement asks for.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "need")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Need.Skill.class, name = "skill"),
  @JsonSubTypes.Type(value = Need.Experience.class, name = "experience"),
  @JsonSubTypes.Type(value = Need.Degree.class, name = "degree"),
  @JsonSubTypes.Type(value = Need.Language.class, name = "language"),
  @JsonSubTypes.Type(value = Need.SoftSkill.class, name = "soft-skill"),
  @JsonSubTypes.Type(value = Need.Condition.class, name = "condition")
})
public sealed interface Need {

  /// Any one of these skills.
  ///
  /// @param anyOf ids in the taxonomy, at least one; several for "Java or Kotlin"
  /// @param years years of use asked for, 0 when none are
  record Skill(List<String> anyOf, int years) implements Need {
    public Skill {
      anyOf = List.copyOf(anyOf);
      if (anyOf.isEmpty()) {
        throw new IllegalArgumentException("a skill requirement needs at least one skill");
      }
    }
  }

  /// Years of work.
  ///
  /// @param field what the work should have been in, as written; absent for any work
  record Experience(int years, @Nullable String field) implements Need {}

  /// A degree of at least this level.
  ///
  /// @param fields fields of study asked for, as written; empty for any
  /// @param orEquivalent whether the text accepts experience instead
  record Degree(DegreeLevel level, List<String> fields, boolean orEquivalent) implements Need {
    public Degree {
      fields = List.copyOf(fields);
    }
  }

  /// A human language.
  ///
  /// @param language English name: `German`
  /// @param level level of the Common European Framework from `A1` to `C2`, absent when none is
  ///   asked for
  record Language(String language, @Nullable String level) implements Need {}

  /// A way of working, to be shown by what the person did.
  ///
  /// @param skill id in the taxonomy
  record SoftSkill(String skill) implements Need {}

  /// Something a CV often does not say, so that "unknown" is the usual answer.
  record Condition(Kind kind, String asked) implements Need {
    public enum Kind {
      LOCATION,
      WORK_PERMIT,
      LICENCE,
      TRAVEL,
      SHIFTS
    }
  }
}
