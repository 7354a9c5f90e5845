package dev.shortlist.profile;

import dev.shortlist.text.Extraction;

/// A CV as read: what can be seen, and what was understood of it. Made once per file and engine
/// version.
public record Reading(Extraction.Text source, Profile profile) {}
