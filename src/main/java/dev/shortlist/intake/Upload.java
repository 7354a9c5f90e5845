package dev.shortlist.intake;

import java.nio.file.Path;

/// A file somebody sent: a CV, or a ZIP of CVs.
///
/// @param name what the sender calls it; never used as a path
/// @param file where its bytes are for the time of the call
public record Upload(String name, Path file) {}
