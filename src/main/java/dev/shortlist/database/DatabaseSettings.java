package dev.shortlist.database;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which database to use.
///
/// @param url PostgreSQL 15 or newer to use instead of the embedded one, as
///   `postgresql://user:password@host:5432/name` or `jdbc:postgresql://...`
/// @param folder where the embedded database lives
/// @param connections connections for requests and tasks together, absent for three more than
///   cores: each more prepares every statement once more
/// @param startTimeout how long the embedded database may take to start or to stop
@Validated
@ConfigurationProperties("shortlist.database")
public record DatabaseSettings(
    @Nullable String url,
    @NotNull Path folder,
    @Nullable @Min(2) Integer connections,
    @DefaultValue("60s") Duration startTimeout) {

  private static final int BESIDE_THE_CORES = 3;

  int poolSize() {
    return connections == null
        ? Runtime.getRuntime().availableProcessors() + BESIDE_THE_CORES
        : connections;
  }

  /// Whether Shortlist runs its own database.
  boolean embedded() {
    return url == null || url.isBlank();
  }
}
