package dev.shortlist.accounts;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Who may use this installation, and from where.
///
/// @param signIn whether everybody signs in; without, only programs of this machine get in
/// @param address how people reach it, as `https://shortlist.example.com`; links are made with it
/// @param session how long one stays signed in
/// @param oidc an identity provider to sign in with; none without an issuer
@Validated
@ConfigurationProperties("shortlist")
public record AccessSettings(
    @DefaultValue("false") boolean signIn,
    @Nullable URI address,
    @DefaultValue Session session,
    @DefaultValue @Valid Oidc oidc) {

  /// How long one stays signed in.
  ///
  /// @param idle without a request
  /// @param longest whatever one does
  public record Session(
      @DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration longest) {}

  /// An OpenID Connect provider.
  ///
  /// @param issuer its address; its settings are read from there when somebody first signs in
  /// @param clientId what it knows this installation as
  /// @param clientSecret what this installation proves itself with
  /// @param name how the button on the sign-in page calls it
  /// @param newUsers role of those it vouches for and nobody invited; absent to refuse them
  public record Oidc(
      @Nullable String issuer,
      @DefaultValue("shortlist") String clientId,
      @Nullable String clientSecret,
      @DefaultValue("your organisation") String name,
      @Nullable Role newUsers) {

    public boolean isSet() {
      return issuer != null && !issuer.isBlank();
    }
  }
}
