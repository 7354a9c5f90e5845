package dev.shortlist.jobdescription;

/// A sentence, bullet or clause between semicolons.
///
/// @param start index of its first character in the visible text
/// @param text as in the visible text, with line breaks as spaces: as long as the original
/// @param label the heading in front of it on the same line, lower case; empty when there is none
/// @param bullet whether it is an item of a list
/// @param unit number of the line, bullet or paragraph it is part of
record Sentence(int start, String text, Section section, String label, boolean bullet, int unit) {
  int end() {
    return start + text.length();
  }
}
