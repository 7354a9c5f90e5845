package dev.shortlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HereTest {
  @ParameterizedTest
  @CsvSource({
    "/, /, true",
    "/screenings, /, false",
    "/screenings, /screenings, true",
    "/screenings/7/files, /screenings, true",
    "/settings-of-others, /settings, false",
  })
  void an_area_is_its_address_and_all_below(String path, String area, boolean within) {
    assertThat(Here.isIn(path, area)).isEqualTo(within);
  }
}
