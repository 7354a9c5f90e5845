package dev.shortlist.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers who may not get in: a person is led to the sign-in page, a program gets a problem.
@Component
class Refusals {
  private final JsonMapper json;

  Refusals(JsonMapper json) {
    this.json = json;
  }

  /// Nobody is signed in.
  void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if ("true".equals(request.getHeader("HX-Request"))) {
      response.setHeader("HX-Redirect", "/sign-in");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else if (isForPerson(request)) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, "/sign-in" + next(request));
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Shortlist\"");
      problem(
          response,
          HttpStatus.UNAUTHORIZED,
          "not-signed-in",
          "Who is calling is not known",
          "Send an API key as \"Authorization: Bearer sl_...\": an admin makes one under Settings, or shortlist key add.");
    }
  }

  /// Whoever is signed in has too small a role.
  void forbidden(HttpServletRequest request, HttpServletResponse response, String detail)
      throws IOException {
    if (isForPerson(request)) {
      response.sendError(HttpStatus.FORBIDDEN.value());
      return;
    }
    problem(response, HttpStatus.FORBIDDEN, "not-permitted", "This role may not do this", detail);
  }

  /// There is nothing here for anybody.
  void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (isForPerson(request)) {
      response.sendError(HttpStatus.NOT_FOUND.value());
      return;
    }
    problem(
        response,
        HttpStatus.NOT_FOUND,
        "no-such-address",
        "There is nothing at this address",
        "%s is not part of the API; /api/docs lists what is.".formatted(request.getRequestURI()));
  }

  /// The address could be understood in two ways.
  void unsafe(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (isForPerson(request)) {
      response.sendError(HttpStatus.BAD_REQUEST.value());
      return;
    }
    problem(
        response,
        HttpStatus.BAD_REQUEST,
        "unreadable-request",
        "The request cannot be read",
        "The address is not well-formed: it has two slashes in a row, or a sign such as ; or % that no id has.");
  }

  private static boolean isForPerson(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }

  private static String next(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !"GET".equals(request.getMethod()) || path.equals("/")
        ? ""
        : "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  void problem(
      HttpServletResponse response, HttpStatus status, String type, String title, String detail)
      throws IOException {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "urn:shortlist:problem:" + type);
    problem.put("title", title);
    problem.put("status", status.value());
    problem.put("detail", detail);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
