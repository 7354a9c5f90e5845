package dev.shortlist.opening;

import dev.shortlist.screening.ApplicationId;
import java.time.Instant;

/// An application that came by a page to apply on.
///
/// @param reference on the receipt, and known to nobody else: who applied quotes it
/// @param name as given
/// @param email as given
/// @param version of the consent text
/// @param at when it came, and the consent was given
public record Arrival(
    ApplicationId application,
    int job,
    String reference,
    String name,
    String email,
    String language,
    int version,
    Instant at) {}
