package dev.shortlist;

import dev.shortlist.cli.Commands;
import dev.shortlist.cli.Console;
import dev.shortlist.database.DatabaseAhead;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/// The program: a command line, and the server that one of its commands starts.
@SpringBootApplication
public class Shortlist {
  private static final Duration MICROSECOND = Duration.ofNanos(1000);

  public static void main(String[] args) {
    var clock = Clock.systemUTC();
    var commands =
        new Commands(
            Console.ofProcess(),
            clock,
            Shortlist::serve,
            ReadingSettings::ofProcess,
            new OfflineOperations(),
            new OperatorPeople(clock));
    System.exit(commands.run(args));
  }

  /// Runs the server until it is told to stop.
  private static void serve(Map<String, String> settings) {
    var stopped = new CountDownLatch(1);
    ApplicationListener<ContextClosedEvent> listener = _ -> stopped.countDown();
    start(settings).addApplicationListener(listener);
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts the server; it runs until the context is closed or the process is told to end.
  ///
  /// @param settings settings by name, `shortlist.port` for one; they count more than environment
  ///   variables
  public static ConfigurableApplicationContext start(Map<String, ?> settings) {
    var arguments =
        settings.entrySet().stream()
            .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
            .toArray(String[]::new);
    var application = new SpringApplication(Shortlist.class);
    application.addInitializers(new DatabaseAhead());
    return application.run(arguments);
  }

  /// As exact as the database keeps time, so that what is read equals what was written.
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      String host = context.getEnvironment().getProperty("shortlist.host", "127.0.0.1");
      System.out.printf(
          "Shortlist is listening on http://%s:%d%n", host, context.getWebServer().getPort());
    }
  }
}
