package dev.shortlist.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookie one is signed in by. Over TLS its name binds it to this host and to TLS, so that no
/// neighbour can set it.
final class SessionCookie {
  private static final String NAME = "shortlist-session";

  private SessionCookie() {}

  static Optional<String> in(HttpServletRequest request) {
    return read(request, NAME);
  }

  static void set(HttpServletRequest request, HttpServletResponse response, Secret session) {
    write(request, response, NAME, session.value(), null);
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    write(request, response, NAME, "", Duration.ZERO);
  }

  static Optional<String> read(HttpServletRequest request, String name) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(name(request, name)))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
  }

  /// @param life absent for as long as the browser runs
  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      @Nullable Duration life) {
    var cookie =
        ResponseCookie.from(name(request, name), value)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax");
    if (life != null) {
      cookie.maxAge(life);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }

  private static String name(HttpServletRequest request, String name) {
    return request.isSecure() ? "__Host-" + name : name;
  }
}
