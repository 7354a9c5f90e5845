package dev.shortlist.jobdescription;

/// A need seen in a sentence.
///
/// @param start index in the sentence of the first character that names it
/// @param end index in the sentence after the last one
/// @param importance what the words right there say; the sentence's role decides the rest
record Found(Need need, String label, int start, int end, Importance importance) {
  Found {
    if (start > end) {
      throw new IllegalArgumentException("%s to %s".formatted(start, end));
    }
  }
}
