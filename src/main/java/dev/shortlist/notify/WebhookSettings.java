package dev.shortlist.notify;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How webhooks are told.
///
/// @param allow networks that may be told although they are not public: `10.1.0.0/16`
/// @param timeout for connecting, and for the answer
/// @param patience how long a message is tried again
/// @param kept how long ended messages stay in the log
@Validated
@ConfigurationProperties("shortlist.webhooks")
record WebhookSettings(
    @DefaultValue List<String> allow,
    @DefaultValue("10s") @NotNull Duration timeout,
    @DefaultValue("24h") @NotNull Duration patience,
    @DefaultValue("30d") @NotNull Duration kept) {
  WebhookSettings {
    allow = List.copyOf(allow);
  }
}
