package dev.shortlist.match;

import dev.shortlist.jobdescription.Importance;

/// A requirement the CV does not meet in full.
///
/// @param requirement id of the requirement
/// @param label what was asked for
/// @param unknown whether the CV is silent, as opposed to saying something that falls short
/// @param found what was found instead, in English; may be empty
public record Gap(
    String requirement, String label, Importance importance, boolean unknown, String found) {}
