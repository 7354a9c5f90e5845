package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfinementTest {
  private static final Setup SETUP =
      new Setup(Limits.standard(), Recognition.none(), Sandbox.WHERE_AVAILABLE, 1);

  @TempDir Path folder;

  @Test
  void a_child_sees_no_environment_but_its_character_set() throws Exception {
    assertThat(System.getenv()).hasSizeGreaterThan(1);

    assertThat(said(Confinement.ofPlatform()))
        .filteredOn(line -> line.startsWith("variable"))
        .containsExactly("variable LC_ALL");
  }

  @Test
  void a_confined_child_can_neither_connect_nor_write_a_file() throws Exception {
    assumeTrue(Confinement.ofPlatform().whole(), "this platform confines no processes");

    assertThat(said(Confinement.ofPlatform())).contains("not connected", "not written");
    assertThat(said(Confinement.NONE)).contains("connected", "written");
  }

  @Test
  void a_required_sandbox_that_is_not_there_stops_everything() {
    var partly = new Confinement(List.of(), true);

    assertThatThrownBy(() -> Confinement.of(Sandbox.REQUIRED, partly))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("shortlist.reading.sandbox");
    assertThat(Confinement.of(Sandbox.WHERE_AVAILABLE, partly)).isEqualTo(partly);
    assertThat(Confinement.of(Sandbox.OFF, partly)).isEqualTo(Confinement.NONE);
  }

  @Test
  void without_a_sandbox_nothing_stands_before_the_command() {
    assertThat(Confinement.NONE.words(Limits.standard())).isEmpty();
  }

  private List<String> said(Confinement confinement)
      throws IOException, InterruptedException, URISyntaxException {
    var classes =
        Path.of(Prisoner.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var rules = ChildRules.of(SETUP, Optional.empty(), confinement);
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var command =
          new ChildCommand(
              SETUP,
              rules,
              confinement,
              Prisoner.class,
              List.of(classes),
              "-Dport=" + server.getLocalPort(),
              "-Dfile=" + folder.resolve("file"));
      var child = command.start();
      var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(child.waitFor()).isZero();
      return said.lines().toList();
    }
  }
}
