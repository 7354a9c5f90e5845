package dev.shortlist.profile;

/// Something about a reading that a recruiter should know. It never changes a score.
///
/// @param detail what makes the warning checkable, in English; may be empty
public record Warning(Kind kind, String detail) {

  public enum Kind {
    /// No name, no work, no education and no skills: a letter, an invoice, a picture.
    NOT_A_CV,
    COVER_LETTER,
    /// More than one person in one file.
    SEVERAL_CVS,
    /// The CV's own date is more than two years before the reading.
    OLD,
    NO_NAME,
    NO_WORK_DATES
  }
}
