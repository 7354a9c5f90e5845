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

  private final Callers callers;
  private final AccessSettings settings;

  CallerFilter(Callers callers, AccessSettings settings) {
    this.callers = callers;
    this.settings = settings;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String token = token(request);
    if (token == null || !enter(new Credential.Key(token))) {
      withoutKey(request, token).ifPresent(this::enter);
    }
    chain.doFilter(request, response);
  }

  private Optional<Credential> withoutKey(HttpServletRequest request, @Nullable String token) {
    if (!settings.signIn()) {
      return Optional.of(new Credential.Here());
    }
    return token == null
        ? SessionCookie.in(request)
            .filter(secret -> isFromOwnPage(request))
            .map(Credential.Session::new)
        : Optional.empty();
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

  private boolean enter(Credential credential) {
    var principal = callers.enter(credential);
    principal.ifPresent(known -> {
      var context = SecurityContextHolder.createEmptyContext();
      var pass = new Pass(callers, credential, known.account());
      context.setAuthentication(new PreAuthenticatedAuthenticationToken(known, pass, List.of()));
      SecurityContextHolder.setContext(context);
    });
    return principal.isPresent();
  }
}
