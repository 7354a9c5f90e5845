package dev.shortlist.deciding;

import dev.shortlist.screening.ApplicationId;
import java.time.Instant;
import java.util.UUID;

/// What a person wrote about an application, for colleagues.
///
/// @param by who wrote it, as in the audit log
public record Note(UUID id, ApplicationId application, String words, String by, Instant at) {}
