package dev.shortlist.profile;

import java.util.List;

/// A part of a CV under one heading.
///
/// @param heading row of the heading, -1 for what stands above the first
/// @param first first row of its content
/// @param end row after its last
record Section(Kind kind, int heading, int first, int end) {

  enum Kind {
    TOP,
    WORK,
    EDUCATION,
    SKILLS,
    LANGUAGES,
    CERTIFICATES,
    SUMMARY,
    PROJECTS,
    VOLUNTEERING,
    AWARDS,
    PUBLICATIONS,
    INTERESTS,
    REFERENCES,
    CONTACT,
    OTHER
  }

  List<Row> rows(Cv cv) {
    return cv.rows().subList(first, end);
  }
}
