package dev.shortlist.intake;

import dev.shortlist.Shortlist;
import dev.shortlist.intake.DyingServer.Dying;
import dev.shortlist.intake.DyingServer.Step;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// A node that looks at a watched folder, says when it is at a certain step of a certain file, and
/// stays there until somebody kills it.
final class WatchingNode {
  static final String HERE = "at the step";

  private WatchingNode() {}

  /// Looks.
  ///
  /// @param arguments step, which file, and then settings
  public static void main(String[] arguments) {
    Dying.step = Step.valueOf(arguments[0]);
    Dying.upload = Integer.parseInt(arguments[1]);
    Dying.end = WatchingNode::stay;
    var settings =
        Stream.concat(
                Arrays.stream(arguments).skip(2),
                Stream.of(
                    "--shortlist.port=0",
                    "--shortlist.roles=web",
                    "--shortlist.watch.settle=0s",
                    "--spring.main.lazy-initialization=true"))
            .toArray(String[]::new);
    var node = new SpringApplicationBuilder(Shortlist.class, Dying.class).run(settings);
    node.getBean(WatchedFolder.class).look();
    System.exit(0); // which no test expects
  }

  private static void stay() {
    System.out.println(HERE);
    while (true) {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
