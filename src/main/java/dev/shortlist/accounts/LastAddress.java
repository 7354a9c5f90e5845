package dev.shortlist.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where the server on a data folder was reached last. It stands in a file there, for the commands
/// that make links while the server runs beside them or is stopped: its port is known to it alone.
@Component
public class LastAddress {
  private static final Logger log = LoggerFactory.getLogger(LastAddress.class);
  private static final String FILE = "address";

  private final Environment environment;
  private final Addresses addresses;

  LastAddress(Environment environment, Addresses addresses) {
    this.environment = environment;
    this.addresses = addresses;
  }

  @EventListener
  void remember(ApplicationReadyEvent event) {
    if (!(event.getApplicationContext() instanceof WebServerApplicationContext context)
        || context.getWebServer() == null) {
      return;
    }
    var file = Path.of(environment.getRequiredProperty("shortlist.data"), FILE);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, addresses.of("") + "\n");
    } catch (IOException e) {
      log.warn("links made by commands will name the usual port, as {} cannot be written", file, e);
    }
  }

  /// The address without a slash at its end; empty where no server was started yet.
  ///
  /// @param data folder of the server
  public static Optional<String> of(Path data) {
    try {
      return Files.readString(data.resolve(FILE), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .filter(line -> line.startsWith("http"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
