package dev.shortlist.text;

/// Something about a readable file that a recruiter should see. It never changes a score.
///
/// @param kind what was noticed
/// @param detail the hidden words, the repaired part or whatever makes the notice checkable; at
///   most 500 characters
/// @param page page number from 1
public record Notice(Kind kind, String detail, int page) {

  public enum Kind {
    /// Words a reader cannot see; they are left out of the text.
    HIDDEN_TEXT,
    /// Zero-width, control or direction-changing characters; they are left out of the text.
    INVISIBLE_CHARACTERS,
    /// Visible words that look like an order to a machine; they are text like any other.
    INSTRUCTIONS,
    /// Visible words as an employer writes them, as if a job description were pasted in.
    JOB_DESCRIPTION,
    /// The file's name says another type than its content.
    WRONG_EXTENSION,
    /// The file is damaged, and what could be read was read.
    DAMAGED,
    /// Some pages are pictures without text and were not read.
    PAGES_WITHOUT_TEXT,
    /// Pages are pictures whose words a program recognised: letters may be wrong.
    RECOGNIZED,
    /// The file is longer than the limit, and its beginning was read.
    CUT
  }
}
