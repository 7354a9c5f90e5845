package dev.shortlist.notify;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The mailbox that mails nobody could deliver come back to. Without a host none is read.
///
/// @param host IMAP server, absent when no mailbox is read
/// @param folder in which the mails that came back lie
/// @param address where mails come back to, absent for the sender's address; with `{mail}` in it,
///   each mail has one of its own
/// @param every how often the mailbox is read
/// @param delete whether a report about one of our mails is deleted once it is kept here; other
///   messages never are
@Validated
@ConfigurationProperties("shortlist.mail.bounces")
record BounceSettings(
    @Nullable String host,
    @DefaultValue("993") @Min(1) @Max(65535) int port,
    @DefaultValue("TLS") @NotNull Security security,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("INBOX") @NotNull String folder,
    @Nullable String address,
    @DefaultValue("2m") @NotNull Duration every,
    @DefaultValue("true") boolean delete) {

  /// How the connection is kept private.
  enum Security {
    TLS,
    START_TLS,
    NONE
  }

  /// A variable that is set to nothing is not set.
  BounceSettings {
    host = given(host);
    user = given(user);
    address = given(address);
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  boolean isSetUp() {
    return host != null;
  }

  @AssertTrue(message = "user and password go with host")
  boolean isAccountWhole() {
    return host == null || (user != null && password != null);
  }

  @AssertTrue(message = "address is one e-mail address, which may have {mail} in it once")
  boolean isAddressUsable() {
    return address == null || ReturnAddress.isUsable(address);
  }

  /// Without the password.
  @Override
  public String toString() {
    return "BounceSettings[host=%s, port=%d, user=%s, folder=%s, address=%s]"
        .formatted(host, port, user, folder, address);
  }
}
