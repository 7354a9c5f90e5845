package dev.shortlist.opening;

import java.time.Instant;

/// What applicants were asked to agree to at some time.
///
/// @param since when it was first asked
/// @param agreed how many agreed to it, of those whose applications are kept
public record ConsentVersion(Consent consent, Instant since, int agreed) {}
