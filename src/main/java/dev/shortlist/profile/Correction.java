package dev.shortlist.profile;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What a person who looked at a CV says was read wrongly. Posts are counted as in the profile,
/// from 0.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Correction.Name.class, name = "name"),
  @JsonSubTypes.Type(value = Correction.Title.class, name = "title"),
  @JsonSubTypes.Type(value = Correction.Company.class, name = "company"),
  @JsonSubTypes.Type(value = Correction.Dates.class, name = "dates"),
  @JsonSubTypes.Type(value = Correction.SkillAdded.class, name = "skill-added"),
  @JsonSubTypes.Type(value = Correction.SkillRemoved.class, name = "skill-removed")
})
public sealed interface Correction {
  /// What the person is called.
  record Name(String value) implements Correction {}

  /// What a post was.
  record Title(int post, String value) implements Correction {}

  /// Whom a post was with.
  record Company(int post, String value) implements Correction {}

  /// When a post was held.
  ///
  /// @param end absent when it goes on
  record Dates(int post, YearMonth start, @Nullable YearMonth end) implements Correction {}

  /// A skill that stands in the CV and was overlooked.
  ///
  /// @param words as they stand there, or the name of the skill
  record SkillAdded(String words) implements Correction {}

  /// A skill that was read where none is meant.
  ///
  /// @param skill id, as in [SkillUse]
  record SkillRemoved(String skill) implements Correction {}
}
