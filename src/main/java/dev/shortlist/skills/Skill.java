package dev.shortlist.skills;

import java.util.List;

/// One thing a person can be able to do or use, in any kind of work.
///
/// @param id canonical id, lower case with hyphens: `postgresql`, `wound-care`
/// @param name canonical name as people write it: `PostgreSQL`
/// @param aliases other spellings with the same meaning
/// @param parents ids of broader skills this one is a kind of
public record Skill(String id, String name, Kind kind, List<String> aliases, List<String> parents) {
  public Skill {
    aliases = List.copyOf(aliases);
    parents = List.copyOf(parents);
  }

  public enum Kind {
    /// A product, machine, programming language or instrument one works with.
    TOOL,
    /// A field of knowledge or a way of working.
    KNOWLEDGE,
    /// A task one carries out.
    TASK,
    /// A way of dealing with people and work: weighs in soft skills, never in technical skills.
    SOFT,
    /// A licence, certificate or permit.
    LICENCE
  }
}
