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
  @JsonSubTypes.Type(value = Need.Condition.class, name = "condition"),
  @JsonSubTypes.Type(value = Need.Wording.class, name = "wording")
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
  /// @param years least number of years asked for, 0 when the text gives none ("several years")
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
  /// @param language English name: `German`; with `or` between several of which any will do:
  ///   `Spanish or English`
  /// @param level level of the Common European Framework from `A1` to `C2`, absent when none is
  ///   asked for
  record Language(String language, @Nullable String level) implements Need {
    /// The languages of which any will do, one or more.
    public List<String> anyOf() {
      return List.of(language.split(" or ", -1));
    }
  }

  /// A way of working, to be shown by what the person did.
  ///
  /// @param skill id in the taxonomy
  record SoftSkill(String skill) implements Need {}

  /// Something a CV often does not say, so that "unknown" is the usual answer. A condition is
  /// always a gate; one that is only welcome is a [Wording].
  ///
  /// @param asked what is asked for, as written and without the words around it
  record Condition(Kind kind, String asked) implements Need {
    public enum Kind {
      LOCATION,
      WORK_PERMIT,
      LICENCE,
      TRAVEL,
      SHIFTS
    }
  }

  /// Something asked for that the taxonomy has no name for: a tool known to few, a task in the
  /// words of the house. It is met as far as a CV says the like in similar words, so what it earns
  /// is always marked "related". Never a gate, and always about technical skills.
  ///
  /// @param asked the words that carry the meaning, as written: `GPS-guided combines`; at most 200
  ///   characters
  record Wording(String asked) implements Need {
    public Wording {
      if (asked.isBlank() || asked.length() > 200) {
        throw new IllegalArgumentException(
            "wording must have 1 to 200 characters but has %s".formatted(asked.length()));
      }
    }
  }
}
