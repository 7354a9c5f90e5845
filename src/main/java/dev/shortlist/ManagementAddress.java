package dev.shortlist;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Health and metrics with a port of their own are for this machine only, unless an address is set
/// for them, too: Spring Boot alone would offer them to the network.
final class ManagementAddress implements EnvironmentPostProcessor {
  private static final String ADDRESS = "management.server.address";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String port = environment.getProperty("management.server.port");
    if (port != null
        && !port.equals(environment.getProperty("server.port"))
        && !environment.containsProperty(ADDRESS)) {
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("management-address", Map.of(ADDRESS, "127.0.0.1")));
    }
  }
}
