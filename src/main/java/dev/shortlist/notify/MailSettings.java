package dev.shortlist.notify;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How mail leaves. Without a host none does.
///
/// @param host SMTP server, absent when mail is not set up
/// @param startTls whether the connection must be encrypted
/// @param from sender's address
/// @param undo how long a mail waits before it is sent, so that it can be taken back
/// @param patience how long a mail is tried before it is given up
/// @param worthMail how long a screening takes at least for its end to be worth a mail
/// @param timeout for connecting, and for each answer of the server
@Validated
@ConfigurationProperties("shortlist.mail")
record MailSettings(
    @Nullable String host,
    @DefaultValue("587") @Min(1) @Max(65535) int port,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("true") boolean startTls,
    @Nullable String from,
    @DefaultValue("2h") Duration undo,
    @DefaultValue("24h") Duration patience,
    @DefaultValue("2m") Duration worthMail,
    @DefaultValue("20s") Duration timeout) {

  /// Whether mail can be sent.
  boolean isSetUp() {
    return host != null && !host.isBlank() && from != null && !from.isBlank();
  }

  /// Where mails come back to.
  ReturnAddress returnAddress(BounceSettings bounces) {
    return new ReturnAddress(
        bounces.address() != null ? bounces.address() : ReturnAddress.plain("" + from));
  }
}
