package dev.shortlist.text;

import org.jspecify.annotations.Nullable;

/// A link the file carries apart from its text, such as a PDF's link annotation behind an icon.
///
/// @param uri target as written in the file, `https:` and `mailto:` alike
/// @param page page number from 1
/// @param box place of the link on the page, absent in formats without a fixed layout
public record Link(String uri, int page, @Nullable Box box) {}
