package dev.shortlist.jobdescription;

/// What a sentence is there for.
enum Role {
  /// Asks something of the person.
  ASK,
  /// Says what would be welcome.
  WISH,
  /// Says what the work is.
  DUTY,
  /// Before any heading and without a sign: the work more often than not.
  PROSE,
  /// The company, benefits, legal text, how to apply.
  OTHER
}
