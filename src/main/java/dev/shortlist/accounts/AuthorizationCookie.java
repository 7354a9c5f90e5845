package dev.shortlist.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what we asked the identity provider in the browser that asked, for the minutes until it
/// comes back, to whichever node. The browser's own state, nonce and proof key are no secret to it;
/// another browser does not have them.
final class AuthorizationCookie
    implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  private static final String NAME = "shortlist-provider";
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final JsonMapper JSON = JsonMapper.shared();

  /// The parts of a request that are checked when the browser comes back.
  private record Asked(
      String uri,
      String client,
      String redirect,
      Set<String> scopes,
      String state,
      String registration,
      String nonce,
      String verifier) {}

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return SessionCookie.read(request, NAME)
        .map(AuthorizationCookie::decoded)
        .filter(asked -> Objects.equals(asked.getState(), request.getParameter("state")))
        .orElse(null);
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (asked == null) {
      SessionCookie.write(request, response, NAME, "", Duration.ZERO);
    } else {
      SessionCookie.write(request, response, NAME, encoded(asked), LIFE);
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    var asked = loadAuthorizationRequest(request);
    SessionCookie.write(request, response, NAME, "", Duration.ZERO);
    return asked;
  }

  private static String encoded(OAuth2AuthorizationRequest asked) {
    var kept =
        new Asked(
            asked.getAuthorizationUri(),
            asked.getClientId(),
            "" + asked.getRedirectUri(),
            asked.getScopes(),
            "" + asked.getState(),
            "" + asked.getAttribute("registration_id"),
            "" + asked.getAttribute(OidcParameterNames.NONCE),
            "" + asked.getAttribute(PkceParameterNames.CODE_VERIFIER));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(kept));
  }

  private static @Nullable OAuth2AuthorizationRequest decoded(String cookie) {
    try {
      String json = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
      var kept = JSON.readValue(json, Asked.class);
      Map<String, Object> attributes = new HashMap<>();
      attributes.put("registration_id", kept.registration());
      attributes.put(OidcParameterNames.NONCE, kept.nonce());
      attributes.put(PkceParameterNames.CODE_VERIFIER, kept.verifier());
      return OAuth2AuthorizationRequest.authorizationCode()
          .authorizationUri(kept.uri())
          .clientId(kept.client())
          .redirectUri(kept.redirect())
          .scopes(kept.scopes())
          .state(kept.state())
          .attributes(attributes)
          .build();
    } catch (IllegalArgumentException | tools.jackson.core.JacksonException e) {
      return null; // not ours
    }
  }
}
