package dev.shortlist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  @Test
  void the_program_alone_says_what_it_can_do() {
    var spoken = Spoken.by();

    assertThat(spoken.exit()).isZero();
    assertThat(spoken.out()).contains("Usage: shortlist", "serve", "completion", "Examples:");
    assertThat(spoken.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void help_is_an_answer_and_goes_to_standard_output(String argument) {
    var spoken = Spoken.by(argument);

    assertThat(spoken.exit()).isZero();
    assertThat(spoken.out()).startsWith("Usage: shortlist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V"})
  void the_version_names_the_program_and_java(String argument) {
    var spoken = Spoken.by(argument);

    assertThat(spoken.exit()).isZero();
    assertThat(spoken.out()).matches("shortlist \\S+ \\(Java 2\\d.*\\)\\R");
  }

  @Test
  void an_unknown_command_is_wrong_usage_and_the_nearest_one_is_named() {
    var spoken = Spoken.by("srve");

    assertThat(spoken.exit()).isEqualTo(2);
    assertThat(spoken.err()).contains("srve", "serve");
    assertThat(spoken.out()).isEmpty();
  }

  @Test
  void a_wrong_option_is_wrong_usage_and_the_right_usage_is_shown() {
    var spoken = Spoken.by("serve", "--port", "many");

    assertThat(spoken.exit()).isEqualTo(2);
    assertThat(spoken.err()).contains("'many'", "Usage: shortlist serve");
    assertThat(spoken.served()).isEmpty();
  }

  @Test
  void a_port_that_no_machine_has_is_wrong_usage() {
    var spoken = Spoken.by("serve", "--port", "70000");

    assertThat(spoken.exit()).isEqualTo(2);
    assertThat(spoken.err()).contains("1 to 65535", "70000");
  }

  @Test
  void the_server_gets_the_settings_that_were_given_and_no_others() {
    assertThat(Spoken.by("serve", "--port", "8080", "--data", "here").served())
        .isEqualTo(
            Map.of(
                "shortlist.port",
                "8080",
                "shortlist.data",
                Path.of("here").toAbsolutePath().toString()));
  }

  @Test
  void completion_is_a_script_that_knows_the_commands() {
    var spoken = Spoken.by("completion");

    assertThat(spoken.exit()).isZero();
    assertThat(spoken.out()).startsWith("#!/usr/bin/env bash").contains("serve", "--port");
  }
}
