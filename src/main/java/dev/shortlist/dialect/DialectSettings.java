package dev.shortlist.dialect;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which dialects are spoken.
///
/// @param patience how long an address that answers with the result waits for it
/// @param heartbeat silence on a WebSocket after which a sign of life is sent
@ConfigurationProperties("shortlist.dialects")
public record DialectSettings(
    @DefaultValue("true") boolean bulkscreen,
    @DefaultValue("true") boolean analyzer,
    @DefaultValue("true") boolean persona,
    @DefaultValue("true") boolean cvbatch,
    @DefaultValue("true") boolean taskqueue,
    @DefaultValue("60s") Duration patience,
    @DefaultValue("30s") Duration heartbeat) {

  boolean isOn(String dialect) {
    return switch (dialect) {
      case "bulkscreen" -> bulkscreen;
      case "analyzer" -> analyzer;
      case "persona" -> persona;
      case "cvbatch" -> cvbatch;
      case "taskqueue" -> taskqueue;
      default -> throw new IllegalArgumentException("there is no dialect " + dialect);
    };
  }
}
