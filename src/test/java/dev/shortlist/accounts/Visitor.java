package dev.shortlist.accounts;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A browser, or a program with a key, as the server sees it: cookies are kept and sent, redirects
/// are not followed.
final class Visitor {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String address;
  private final Map<String, String> headers = new TreeMap<>();
  private final Map<String, String> cookies = new TreeMap<>();

  private Visitor(String address) {
    this.address = address;
  }

  static Visitor browser(String address) {
    var browser = new Visitor(address);
    browser.headers.put("Accept", "text/html,application/xhtml+xml");
    browser.headers.put("Origin", address);
    browser.headers.put("Sec-Fetch-Site", "same-origin");
    return browser;
  }

  static Visitor program(String address, String key) {
    var program = new Visitor(address);
    program.headers.put("Authorization", "Bearer " + key);
    return program;
  }

  static Visitor stranger(String address) {
    return new Visitor(address);
  }

  Visitor with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Visitor without(String... names) {
    for (String name : names) {
      headers.remove(name);
    }
    return this;
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  Visitor withCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "", "");
  }

  /// Sends a form.
  HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send("POST", path, "application/x-www-form-urlencoded", body);
  }

  /// What it sends as cookies.
  String cookies() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  HttpResponse<String> json(String method, String path, String body) {
    return send(method, path, "application/json", body);
  }

  HttpResponse<String> send(String method, String path, String type, String body) {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies());
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
  }

  private void keep(String cookie) {
    String[] pair = cookie.replaceFirst(";.*", "").split("=", 2);
    cookies.put(pair[0], pair[1]);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
