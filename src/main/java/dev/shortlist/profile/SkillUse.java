package dev.shortlist.profile;

import dev.shortlist.text.Passage;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A skill the CV names, with every place that names it.
///
/// @param skill id in the taxonomy, or the words themselves in lower case for a listed skill it
///   does not know
/// @param name canonical name, or the words as written
/// @param known whether the taxonomy knows it
/// @param years years of the posts whose text names it, overlaps counted once; 0 when only listed
/// @param lastUsed last month of the latest such post, absent when only listed
public record SkillUse(
    String skill,
    String name,
    boolean known,
    List<Mention> mentions,
    double years,
    @Nullable YearMonth lastUsed) {
  public SkillUse {
    mentions = List.copyOf(mentions);
  }

  /// One place that names the skill.
  public record Mention(Passage passage, Place place) {}

  /// What kind of passage names the skill.
  public enum Place {
    LISTED,
    WORK,
    PROJECT,
    EDUCATION,
    OTHER
  }
}
