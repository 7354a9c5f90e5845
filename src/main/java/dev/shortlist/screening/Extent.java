package dev.shortlist.screening;

/// How large a screening is and how much of it is done: as much of its [Progress] as a list says.
///
/// @param total number of applications
/// @param percent as in [Progress]
public record Extent(int total, int percent) {}
