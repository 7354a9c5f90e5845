package dev.shortlist.skills;

import java.util.List;

/// A kind of job.
///
/// @param id lower case with hyphens: `registered-nurse`
/// @param name as people write it: `Registered nurse`
/// @param titles other titles for the same job
/// @param near ids of occupations whose people could do this one after a while, nearest first
/// @param field field of work: `health`
/// @param duties what the work typically is, in short phrases
/// @param skills ids of skills the work typically needs
public record Occupation(
    String id,
    String name,
    List<String> titles,
    List<String> near,
    String field,
    List<String> duties,
    List<String> skills) {
  public Occupation {
    titles = List.copyOf(titles);
    near = List.copyOf(near);
    duties = List.copyOf(duties);
    skills = List.copyOf(skills);
  }
}
