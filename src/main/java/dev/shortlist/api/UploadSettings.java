package dev.shortlist.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much one request may upload.
///
/// @param limit size of a request with everything in it
/// @param files number of files in a request; a ZIP is one file
@Validated
@ConfigurationProperties("shortlist.upload")
record UploadSettings(
    @DefaultValue("2GB") DataSize limit, @DefaultValue("5000") @Min(1) @Max(100_000) int files) {}
