package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

/// Reads bytes within the test's own process.
final class Readings {
  private static final ChildRules RULES =
      ChildRules.of(
          new Setup(Limits.standard(), Recognition.none(), Sandbox.OFF, 1),
          Optional.empty(),
          Confinement.NONE);

  private Readings() {}

  static Extraction read(byte[] bytes, String name) {
    return new Reading(RULES, () -> {}).read(bytes, name);
  }

  static Extraction.Text text(byte[] bytes, String name) {
    var extraction = read(bytes, name);
    assertThat(extraction).isInstanceOf(Extraction.Text.class);
    return (Extraction.Text) extraction;
  }

  static List<String> lines(byte[] bytes, String name) {
    return text(bytes, name).text().lines().stream().map(Line::text).toList();
  }
}
