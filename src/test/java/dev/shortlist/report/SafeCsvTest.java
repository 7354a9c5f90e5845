package dev.shortlist.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeCsvTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "=HYPERLINK(\"http://example.com\")|'=HYPERLINK(\"http://example.com\")",
        "+49 30 1234567|'+49 30 1234567",
        "-1+1|'-1+1",
        "@SUM(A1)|'@SUM(A1)",
        "＝1+1|'＝1+1",
        "Ada;=1+1|Ada;'=1+1",
        "Ada Lovelace|Ada Lovelace",
        "C++ and C#|C++ and C#",
        "a-b = c|a-b = c",
      })
  void a_text_that_a_spreadsheet_would_compute_gets_an_apostrophe(String text, String safe) {
    assertThat(SafeCsv.safe(text)).isEqualTo(safe);
  }

  @Test
  void tabs_and_line_breaks_hide_no_formula() {
    assertThat(SafeCsv.safe("\t=1")).isEqualTo("'\t=1");
    assertThat(SafeCsv.safe("\r=1")).isEqualTo("'\r'=1");
    assertThat(SafeCsv.safe("Ada\n=1")).isEqualTo("Ada\n'=1");
    assertThat(SafeCsv.safe("Ada\r\n@1")).isEqualTo("Ada\r\n'@1");
  }

  @Property
  void no_text_breaks_out_of_its_cell(@ForAll String text) throws IOException {
    var out = new StringWriter();
    new SafeCsv(out).line(List.of(text, "next"));

    try (var parser = CSVFormat.RFC4180.parse(new StringReader(out.toString()))) {
      assertThat(parser.getRecords())
          .singleElement()
          .satisfies(line -> assertThat(line.toList()).containsExactly(SafeCsv.safe(text), "next"));
    }
  }

  @Property
  void no_cell_begins_as_a_formula(
      @ForAll @Chars({'=', '+', '-', '@', '\t', '\r', '\n', ';', 'a'}) String text) {
    assertThat(SafeCsv.safe(text)).doesNotMatch("(?s)(.*[\\n\\r;])?[=+@\\t-].*");
  }
}
