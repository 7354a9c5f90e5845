package dev.shortlist.intake;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Files that arrive in pieces.
///
/// @param limit size of a file
/// @param piece size of a piece
/// @param open how many an account may have begun and not finished
/// @param life after which what is not finished is dropped
@Validated
@ConfigurationProperties("shortlist.upload.resumable")
public record GrowingUploadSettings(
    @DefaultValue("20GB") DataSize limit,
    @DefaultValue("64MB") DataSize piece,
    @DefaultValue("20") @Min(1) int open,
    @DefaultValue("24h") Duration life) {}
