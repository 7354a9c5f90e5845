package dev.shortlist.text;

/// Words that must not be seen on a painted page.
///
/// @param line place of the line they stand in; all of it is covered where the words are not found
/// @param words as in the visible text
public record Cover(Box line, String words) {}
