package dev.shortlist.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Signing in with an OpenID Connect provider: authorization code with PKCE. Whoever it vouches for
/// is the user with the same, verified, e-mail address.
@Component
class IdentityProvider {
  private static final String ID = "oidc";
  private static final Logger log = LoggerFactory.getLogger(IdentityProvider.class);

  private final AccessSettings settings;
  private final SignIn signIn;
  private final Users users;
  private final Accounts accounts;
  private final AtomicReference<@Nullable ClientRegistration> registration =
      new AtomicReference<>();

  IdentityProvider(AccessSettings settings, SignIn signIn, Users users, Accounts accounts) {
    this.settings = settings;
    this.signIn = signIn;
    this.users = users;
    this.accounts = accounts;
  }

  void offer(HttpSecurity http) {
    http.oauth2Login(login ->
        login
            .loginPage("/sign-in")
            .clientRegistrationRepository(id -> id.equals(ID) ? registration() : null)
            .authorizedClientRepository(new NoTokensKept())
            .authorizationEndpoint(
                endpoint -> endpoint.authorizationRequestRepository(new AuthorizationCookie()))
            .successHandler(this::enter)
            .failureHandler((request, response, e) -> {
              log.warn("sign-in with the identity provider failed: {}", e.getMessage());
              response.sendRedirect("/sign-in?problem=provider");
            }));
  }

  private void enter(
      HttpServletRequest request, HttpServletResponse response, Authentication vouched)
      throws IOException {
    var user =
        vouched.getPrincipal() instanceof OidcUser person ? user(person) : Optional.<User>empty();
    var outcome = user.map(known -> signIn.vouched(request, response, known));
    boolean in = outcome.filter(SignIn.Outcome.In.class::isInstance).isPresent();
    response.sendRedirect(in ? "/" : "/sign-in?problem=stranger");
  }

  private Optional<User> user(OidcUser person) {
    String email = person.getEmail();
    if (email == null || !Boolean.TRUE.equals(person.getEmailVerified())) {
      log.warn("the identity provider vouches for no verified e-mail address");
      return Optional.empty();
    }
    var known = users.find(email);
    Role role = settings.oidc().newUsers();
    return known.isPresent() || role == null
        ? known
        : Optional.of(
            users.add(
                accounts.local(),
                email,
                Objects.requireNonNullElse(person.getFullName(), ""),
                role));
  }

  /// The provider's settings, read when they are first needed, so that we start while it is down.
  private ClientRegistration registration() {
    var known = registration.get();
    if (known != null) {
      return known;
    }
    var oidc = settings.oidc();
    var address = settings.address();
    var read =
        ClientRegistrations.fromIssuerLocation(String.valueOf(oidc.issuer()))
            .registrationId(ID)
            .clientId(oidc.clientId())
            .clientSecret(Objects.requireNonNullElse(oidc.clientSecret(), ""))
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .scope("openid", "email", "profile")
            .redirectUri(
                "%s/login/oauth2/code/%s"
                    .formatted(
                        address == null ? "{baseUrl}" : address.toString().replaceAll("/$", ""),
                        ID))
            .build();
    registration.set(read);
    return read;
  }

  /// We want to know who somebody is, not to act for them.
  private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String id,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
