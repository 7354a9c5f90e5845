package dev.shortlist.opening;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What pages to apply on take.
///
/// @param limit size of a CV
/// @param fastest how long a person takes at least to fill the form; what is quicker is asked again
/// @param patience how long a form can be sent after it was shown
/// @param quiet how long whoever applied is told nothing but that it came
@ConfigurationProperties("shortlist.apply")
public record OpeningSettings(
    @DefaultValue("10MB") DataSize limit,
    @DefaultValue("3s") Duration fastest,
    @DefaultValue("24h") Duration patience,
    @DefaultValue("10m") Duration quiet) {}
