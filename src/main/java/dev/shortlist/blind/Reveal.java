package dev.shortlist.blind;

import dev.shortlist.screening.ApplicationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That names were shown, or hidden again.
///
/// @param application whose; absent for the whole screening
/// @param by who did it
public record Reveal(@Nullable ApplicationId application, boolean shown, String by, Instant at) {}
