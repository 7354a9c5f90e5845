package dev.shortlist.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the local mode local: without sign-in, whoever reaches the server may do everything, so
/// only programs and pages of this machine may reach it.
///
/// The server listens on a loopback address. The `Host` header must name it, which stops a foreign
/// site whose name was made to point at this machine (DNS rebinding). With or without sign-in, a
/// change must come from a page of the server itself or from no page at all, which stops a foreign
/// site that posts to it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LocalAccess extends OncePerRequestFilter {
  private static final Set<String> LOCAL_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

  private final AccessSettings settings;
  private final JsonMapper json;

  LocalAccess(ServerProperties server, AccessSettings settings, JsonMapper json) {
    if (!settings.signIn()) {
      requireLoopback(server.getAddress());
    }
    this.settings = settings;
    this.json = json;
  }

  /// @throws AddressNotLocal if others than this machine could reach `address`
  static void requireLoopback(@Nullable InetAddress address) {
    if (address == null || !address.isLoopbackAddress()) {
      throw new AddressNotLocal(address == null ? "every address" : address.getHostAddress());
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var refusal = refusal(request);
    if (refusal.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    var problem = refusal.get();
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(
        response.getOutputStream(),
        Map.of(
            "type", "" + problem.getType(),
            "title", "" + problem.getTitle(),
            "status", problem.getStatus(),
            "detail", "" + problem.getDetail()));
  }

  private Optional<ProblemDetail> refusal(HttpServletRequest request) {
    String host = request.getHeader(HttpHeaders.HOST);
    int port = request.getLocalPort();
    if (host == null || (!settings.signIn() && !isLocal(host, port))) {
      return Optional.of(
          problem(
              HttpStatus.MISDIRECTED_REQUEST,
              "foreign-host",
              "This server answers on this machine only",
              "The Host header is %s; open http://127.0.0.1:%d or http://localhost:%d instead."
                  .formatted(host, port, port)));
    }
    if (changesSomething(request) && !comesFromOwnPage(request, host)) {
      return Optional.of(
          problem(
              HttpStatus.FORBIDDEN,
              "foreign-origin",
              "A page of another site may not change anything here",
              "The request comes from %s; send it from a page of http://%s, or from a program without the Origin and Sec-Fetch-Site headers."
                  .formatted(request.getHeader(HttpHeaders.ORIGIN), host)));
    }
    return Optional.empty();
  }

  private static boolean isLocal(@Nullable String host, int port) {
    if (host == null) {
      return false;
    }
    String suffix = ":" + port;
    String name = host.endsWith(suffix) ? host.substring(0, host.length() - suffix.length()) : host;
    boolean portFits = host.endsWith(suffix) || port == 80;
    return portFits && LOCAL_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean changesSomething(HttpServletRequest request) {
    // A WebSocket starts with a GET that no other check of the browser stops.
    return !SAFE_METHODS.contains(request.getMethod())
        || request.getHeader(HttpHeaders.UPGRADE) != null;
  }

  private boolean comesFromOwnPage(HttpServletRequest request, String host) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (site != null) {
      return OWN_PAGES.contains(site);
    }
    return origin == null
        || origin.equalsIgnoreCase(request.getScheme() + "://" + host)
        || isOurAddress(origin);
  }

  private boolean isOurAddress(String origin) {
    var address = settings.address();
    return address != null && origin.equalsIgnoreCase(address.toString().replaceAll("/$", ""));
  }

  private static ProblemDetail problem(
      HttpStatus status, String type, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:shortlist:problem:" + type));
    problem.setTitle(title);
    return problem;
  }
}
