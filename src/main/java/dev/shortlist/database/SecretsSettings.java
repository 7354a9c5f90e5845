package dev.shortlist.database;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Where the master key is that secrets in the database are encrypted with.
///
/// @param key 32 bytes in Base64; it goes before the file
/// @param file where one is made when there is none; only its owner may read it
@Validated
@ConfigurationProperties("shortlist.secrets")
public record SecretsSettings(@Nullable String key, @NotNull Path file) {

  /// Without the key, which must not reach a log.
  @Override
  public String toString() {
    return "SecretsSettings[file=%s]".formatted(file);
  }
}
