package dev.shortlist.storage;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Where uploaded files are kept.
///
/// @param folder made when it is not there
@Validated
@ConfigurationProperties("shortlist.storage")
public record StorageSettings(@NotNull Path folder) {}
