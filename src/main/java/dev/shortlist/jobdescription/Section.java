package dev.shortlist.jobdescription;

/// What a part of a job description is about, as its heading says.
enum Section {
  /// Before the first heading.
  INTRODUCTION,
  DUTIES,
  REQUIRED,
  PREFERRED,
  /// Working hours, surroundings, strain.
  CONDITIONS,
  BENEFITS,
  COMPANY,
  APPLY,
  LEGAL,
  /// One line such as `Reports to: ...`; the section before it goes on after it.
  FACTS
}
