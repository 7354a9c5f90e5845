package dev.shortlist.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTableTest {

  @Test
  void a_ranking_then_the_review_tray_then_the_account() {
    assertThat(written(100, 10))
        .isEqualTo(
            """
            Payroll clerk (clerk.txt)
            #  Score  Advice     Name           Years  Strongest evidence                      Gaps
            1     82  yes        Ann Castellan    6.3  “Ran payroll for 300 people” (Payroll)  none
            2     27  strong no  王偉             1.0  “C & <A> payroll” (Payroll)             Payroll, French

            Review tray (not read, so not scored):
              scan.pdf
                  the pages are pictures without text (a scan): 2 pages; ask for a file with text, or \
            install Tesseract, with which scans are read

            Duplicates (read once):
              copy.pdf is the same file as ann.pdf

            4 files in = 2 ranked + 1 duplicate + 1 to review (1 system file ignored)
            """);
  }

  @Test
  void those_below_the_cut_are_counted() {
    assertThat(written(100, 1)).contains("and 1 more CV below the top 1").doesNotContain("王偉");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 140, 200})
  void a_ranking_is_never_wider_than_the_terminal(int width) {
    assertThat(written(width, 10).lines().takeWhile(line -> !line.isEmpty()))
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(width));
  }

  private static String written(int width, int top) {
    var out = new StringWriter();
    new RankingTable(width, top).write(SampleReport.report(), new PrintWriter(out));
    return out.toString();
  }
}
