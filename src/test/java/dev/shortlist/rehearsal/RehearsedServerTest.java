package dev.shortlist.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the servers here are shell scripts")
@Timeout(120)
class RehearsedServerTest {
  /// Ends when it is told to, and then keeps something.
  private static final String SERVER =
      """
      cat "$1" &
      trap 'kill $!; echo "stopping $COLOUR"; echo "$COLOUR" >"$0"; exit' TERM
      echo starting
      echo 'Shortlist is listening on http://127.0.0.1:8123'
      wait
      """;

  @TempDir Path folder;

  @Test
  void it_is_found_where_it_listens_and_keeps_something_before_it_has_ended() throws Exception {
    var kept = folder.resolve("kept");
    var never = folder.resolve("never");
    assertThat(new ProcessBuilder("mkfifo", never.toString()).start().waitFor()).isZero();
    var command = List.of("sh", "-c", SERVER, kept.toString(), never.toString());

    try (var server = new RehearsedServer(command, Map.of("COLOUR", "green"))) {
      assertThat(server.address()).isEqualTo(URI.create("http://127.0.0.1:8123"));
    }

    assertThat(Files.readString(kept)).isEqualTo("green\n");
  }

  @Test
  void one_that_does_not_start_is_told_with_what_it_said() {
    assertThatExceptionOfType(RehearsedServer.NotStarted.class)
        .isThrownBy(() -> {
          try (var _ = new RehearsedServer(List.of("sh", "-c", "echo no disk; exit 1"), Map.of())) {
            throw new AssertionError("it did not start");
          }
        })
        .withMessage("no disk");
  }
}
