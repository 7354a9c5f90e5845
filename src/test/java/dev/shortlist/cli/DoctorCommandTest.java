package dev.shortlist.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shortlist.text.Limits;
import dev.shortlist.text.Recognition;
import dev.shortlist.text.Sandbox;
import dev.shortlist.text.Setup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  private static final Machine GOOD = new Machine(25, 16L << 30, 4);
  private static final ReadingSetup BARE =
      children -> new Setup(Limits.standard(), Recognition.none(), Sandbox.OFF, children);

  @TempDir Path folder;

  @Test
  void a_machine_with_all_that_is_needed_passes() {
    var spoken = Spoken.by("doctor", "--port", "0", "--data", folder.resolve("new/one").toString());

    assertThat(spoken.exit()).isZero();
    assertThat(spoken.out())
        .contains("ok       JDK", "ok       data folder", "ok       port")
        .doesNotContain("missing");
    assertThat(spoken.err()).isEmpty();
  }

  @Test
  void a_port_in_use_and_a_folder_that_is_a_file_are_missing() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "words");
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());

      var spoken = Spoken.by("doctor", "--port", port, "--data", file.resolve("x").toString());

      assertThat(spoken.exit()).isEqualTo(1);
      assertThat(spoken.out())
          .contains("missing  data folder", "--data", "missing  port", port, "--port");
    }
  }

  @Test
  void what_only_does_less_is_said_with_what_to_install() {
    var findings = new Examination(GOOD, BARE).java().cores().reading().findings();

    assertThat(findings)
        .extracting(Finding::state, Finding::what)
        .containsExactly(
            tuple(Finding.State.OK, "JDK"),
            tuple(Finding.State.OK, "processors"),
            tuple(Finding.State.OK, "memory"),
            tuple(Finding.State.WITHOUT, "scans"),
            tuple(Finding.State.WITHOUT, "sandbox"));
    assertThat(findings.get(3).advice()).contains("apt install tesseract-ocr");
    assertThat(findings.get(4).advice()).contains("user namespaces");
  }

  @Test
  void an_old_java_and_a_small_machine_are_told() {
    var findings =
        new Examination(new Machine(21, 1L << 30, 1), BARE).java().cores().reading().findings();

    assertThat(findings)
        .extracting(Finding::state, Finding::what)
        .startsWith(
            tuple(Finding.State.MISSING, "JDK"),
            tuple(Finding.State.WITHOUT, "processors"),
            tuple(Finding.State.WITHOUT, "memory"));
  }

  @Test
  void settings_that_ask_for_what_is_not_here_are_told() {
    ReadingSetup polish =
        children ->
            new Setup(
                Limits.standard(),
                new Recognition(true, null, List.of("xyz"), 1, Duration.ofSeconds(9), 60),
                Sandbox.OFF,
                children);
    ReadingSetup wrong =
        _ -> {
          throw new IllegalArgumentException("the setting shortlist.reading.heap is no size");
        };

    assertThat(new Examination(GOOD, wrong).reading().findings())
        .containsExactly(
            Finding.missing(
                "reading", "settings", "the setting shortlist.reading.heap is no size"));
    assertThat(new Examination(GOOD, polish).reading().findings())
        .anySatisfy(finding -> assertThat(finding.state()).isNotEqualTo(Finding.State.OK));
  }
}
