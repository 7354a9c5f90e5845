package dev.shortlist.text;

/// A rectangle on a page, in points (1/72 inch) from the page's upper left corner as a reader sees
/// it.
///
/// @param x distance of the left edge from the left edge of the page
/// @param y distance of the upper edge from the upper edge of the page
public record Box(float x, float y, float width, float height) {}
