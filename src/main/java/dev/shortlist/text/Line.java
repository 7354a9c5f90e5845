package dev.shortlist.text;

import org.jspecify.annotations.Nullable;

/// One visible line, in the place a reader comes to it.
///
/// @param text what can be read, without line break; words are separated by single spaces, items
///   set apart in a line by a tab
/// @param page page number from 1; formats without pages have one page
/// @param block number of the paragraph, column, table cell or text box the line stands in; lines
///   of a block are neighbours, and a new number is where a reader's eye jumps
/// @param box place on the page, absent in formats without a fixed layout
/// @param size height of the letters in points, 0 when unknown
/// @param bold whether most letters are bold or the line is marked as a heading
public record Line(String text, int page, int block, @Nullable Box box, float size, boolean bold) {}
