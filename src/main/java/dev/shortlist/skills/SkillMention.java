package dev.shortlist.skills;

/// A place in a text that names a skill.
///
/// @param skill id of the skill
/// @param start index of the first character
/// @param end index after the last character
/// @param alias whether another spelling than the canonical name stands there
public record SkillMention(String skill, int start, int end, boolean alias) {}
