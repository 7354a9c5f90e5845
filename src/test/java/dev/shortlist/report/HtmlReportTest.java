package dev.shortlist.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.translation.Translation;
import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

  @Test
  void every_point_is_shown_with_its_words_and_their_page() throws IOException {
    assertThat(written(SampleReport.report()))
        .contains(
            "Ann Castellan",
            "<strong>90</strong> of 100",
            "Ran payroll for\n300 people",
            "page 2 · payroll for 6 years",
            "the CV does not say",
            "What did you do with",
            "Say what the work needs.");
  }

  @Test
  void every_file_without_a_place_is_shown() throws IOException {
    assertThat(written(SampleReport.report()))
        .contains("scan.pdf", "ask for a file with text", "copy.pdf", "the same file as ann.pdf");
  }

  @Test
  void the_page_needs_no_script_no_other_file_and_no_network() throws IOException {
    assertThat(written(SampleReport.report()))
        .doesNotContainIgnoringCase("<script", "src=", "url(", "@import", "http:", "https:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</style><svg/onload=alert(1)>",
        "{{7*7}}<!--",
        "a\u0000b<\u0008c",
      })
  void words_of_a_cv_stay_words(String words) throws IOException {
    var plain = tags(written(SampleReport.reportSaying("nothing special")));

    assertThat(tags(written(SampleReport.reportSaying(words)))).isEqualTo(plain);
  }

  private static String tags(String page) {
    return Pattern.compile("<[^>]*>")
        .matcher(page)
        .results()
        .map(tag -> tag.group().replaceAll("width:[0-9.]+%", ""))
        .reduce("", String::concat);
  }

  private static String written(Report report) throws IOException {
    var out = new StringWriter();
    new HtmlReport(10, Translation.ENGLISH).write(report, out);
    return out.toString();
  }
}
