package dev.shortlist.profile;

import dev.shortlist.skills.DegreeLevel;
import dev.shortlist.text.Passage;
import org.jspecify.annotations.Nullable;

/// One course of study, as in JSON Resume's `education`.
///
/// @param degree as written: `B.Sc. Computer Science`
/// @param level what the degree amounts to, absent when it cannot be told
/// @param field what was studied
/// @param whole the whole entry in the text
public record Education(
    @Nullable Fact<String> institution,
    @Nullable Fact<String> degree,
    @Nullable DegreeLevel level,
    @Nullable Fact<String> field,
    @Nullable Fact<Period> period,
    Passage whole) {}
