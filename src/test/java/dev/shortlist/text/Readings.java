package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// Reads bytes within the test's own process.
final class Readings {
  private Readings() {}

  static Extraction read(byte[] bytes, String name) {
    return new Reading(100, 500_000).read(bytes, name);
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
