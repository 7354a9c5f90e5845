package dev.shortlist.retention;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long things are kept.
///
/// @param screenings how long a screening is kept after it ended, with all that only it needs: CVs,
///   readings, matches, decisions; absent for ever
/// @param grace how long bytes nobody refers to are left alone, as they may be about to be referred
///   to
@ConfigurationProperties("shortlist.retention")
public record RetentionSettings(
    @Nullable Duration screenings, @DefaultValue("24h") Duration grace) {}
