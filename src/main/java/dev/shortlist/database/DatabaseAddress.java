package dev.shortlist.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Where a database is and as whom to connect.
///
/// @param user empty when the URL or the server's own rules name the user
record DatabaseAddress(String jdbcUrl, String user, String password) {

  /// Understands `postgresql://user:password@host:port/name?option=value` and JDBC URLs.
  ///
  /// @throws DatabaseUnusable if `url` is neither
  static DatabaseAddress parse(String url) {
    String stripped = url.strip();
    if (stripped.startsWith("jdbc:postgresql:")) {
      return new DatabaseAddress(stripped, "", "");
    }
    if (!stripped.startsWith("postgresql://") && !stripped.startsWith("postgres://")) {
      throw notUnderstood();
    }
    URI uri;
    try {
      uri = URI.create(stripped);
    } catch (IllegalArgumentException e) {
      // The cause would show the password.
      throw notUnderstood();
    }
    if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      throw notUnderstood();
    }
    String[] login =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    String jdbcUrl =
        "jdbc:postgresql://%s%s%s%s"
            .formatted(
                uri.getHost(),
                uri.getPort() < 0 ? "" : ":" + uri.getPort(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    return new DatabaseAddress(
        jdbcUrl,
        login.length > 0 ? decoded(login[0]) : "",
        login.length > 1 ? decoded(login[1]) : "");
  }

  static DatabaseAddress loopback(int port, String database, String user, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, password);
  }

  Connection connect() throws SQLException {
    var properties = new Properties();
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
      properties.setProperty("password", password);
    }
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("loginTimeout", "15"); // a server that hangs takes connections, too
    return DriverManager.getConnection(jdbcUrl, properties);
  }

  /// Without the password, which must not reach a log.
  @Override
  public String toString() {
    return jdbcUrl.replaceAll("\\?.*", "");
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static DatabaseUnusable notUnderstood() {
    return new DatabaseUnusable(
        "SHORTLIST_DATABASE_URL is not understood: write postgresql://user:password@host:5432/name");
  }
}
