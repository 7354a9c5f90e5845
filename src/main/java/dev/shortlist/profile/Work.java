package dev.shortlist.profile;

import dev.shortlist.text.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One post a person held, as in JSON Resume's `work`.
///
/// @param highlights what the person did there, one passage per bullet or sentence block
/// @param whole the whole entry in the text
public record Work(
    @Nullable Fact<String> company,
    @Nullable Fact<String> title,
    @Nullable Fact<String> location,
    @Nullable Fact<Period> period,
    List<Passage> highlights,
    Passage whole) {
  public Work {
    highlights = List.copyOf(highlights);
  }
}
