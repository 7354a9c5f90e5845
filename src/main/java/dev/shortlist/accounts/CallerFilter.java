package dev.shortlist.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who is calling: by API key, else by session, else, without sign-in, the local owner.
///
/// A key stands in `Authorization: Bearer`. A WebSocket, for which browsers send no headers, may
/// carry it as `?token=`. Without sign-in a token that is no key of ours is not looked at, as
/// clients made for other servers send their own.
final class CallerFilter extends OncePerRequestFilter {
  private static final String BEARER = "bearer ";

  private final ApiKeys keys;
  private final Sessions sessions;
  private final Users users;
  private final CurrentUser current;
  private final AccessSettings settings;

  CallerFilter(
      ApiKeys keys, Sessions sessions, Users users, CurrentUser current, AccessSettings settings) {
    this.keys = keys;
    this.sessions = sessions;
    this.users = users;
    this.current = current;
    this.settings = settings;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    caller(request).ifPresent(CallerFilter::enter);
    chain.doFilter(request, response);
  }

  private Optional<Principal> caller(HttpServletRequest request) {
    String token = token(request);
    if (token != null) {
      var known = keys.findBySecret(token).map(CallerFilter::program);
      return known.isPresent() || settings.signIn() ? known : Optional.of(current.local());
    }
    if (!settings.signIn()) {
      return Optional.of(current.local());
    }
    return SessionCookie.in(request).filter(secret -> isFromOwnPage(request)).flatMap(this::person);
  }

  private Optional<Principal> person(String secret) {
    return sessions
        .find(secret)
        .filter(session -> session.state() == Sessions.State.OPEN)
        .flatMap(session -> users.find(session.account(), session.user()))
        .filter(user -> user.disabledAt() == null)
        .map(user ->
            new Principal(user.account(), new Principal.Caller.User(user.id()), user.role()));
  }

  private static Principal program(ApiKey key) {
    return new Principal(
        key.account(), new Principal.Caller.Key(key.id(), key.operator()), key.role());
  }

  /// A cookie is sent along by any page. [LocalAccess] has refused the changes that other sites ask
  /// for; a browser that does not say where a change comes from is not believed.
  private static boolean isFromOwnPage(HttpServletRequest request) {
    return !LocalAccess.changesSomething(request)
        || request.getHeader(HttpHeaders.ORIGIN) != null
        || request.getHeader("Sec-Fetch-Site") != null;
  }

  private static @Nullable String token(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return header.substring(BEARER.length()).strip();
    }
    // Other upgrades, as to HTTP/2, come with a body, which asking for a parameter would read.
    return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
        ? request.getParameter("token")
        : null;
  }

  private static void enter(Principal principal) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new PreAuthenticatedAuthenticationToken(principal, "", List.of()));
    SecurityContextHolder.setContext(context);
  }
}
