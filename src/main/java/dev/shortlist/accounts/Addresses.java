package dev.shortlist.accounts;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The addresses people are sent to.
@Component
public class Addresses {
  private static final String PORT = "8000";

  private final AccessSettings settings;
  private final Environment environment;

  Addresses(AccessSettings settings, Environment environment) {
    this.settings = settings;
    this.environment = environment;
  }

  /// Where a link with this secret leads to.
  public String welcome(Secret secret) {
    return welcome(secret, port());
  }

  String welcome(Secret secret, int port) {
    return base(port) + "/welcome/" + secret.value();
  }

  /// A page of ours as others reach it.
  ///
  /// @param path with a slash in front: `/screenings/12`
  public String of(String path) {
    return base(port()) + path;
  }

  private int port() {
    return environment.getProperty(
        "local.server.port",
        Integer.class,
        Integer.valueOf(environment.getProperty("shortlist.port", PORT)));
  }

  private String base(int port) {
    var address = settings.address();
    String base = address == null ? "http://%s:%d".formatted(host(), port) : address.toString();
    return base.replaceAll("/$", "");
  }

  private String host() {
    String host = environment.getProperty("shortlist.host", "127.0.0.1");
    return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
  }
}
