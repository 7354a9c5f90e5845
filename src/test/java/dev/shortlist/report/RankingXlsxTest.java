package dev.shortlist.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shortlist.match.Dimension;
import dev.shortlist.match.Recommendation;
import dev.shortlist.report.Row.Standing;
import dev.shortlist.report.Row.State;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class RankingXlsxTest {
  @Test
  void cells_are_texts_and_numbers_and_nothing_is_a_formula() throws IOException {
    var person =
        new Person(
            "=HYPERLINK(\"http://example.com\")", "@ada", "+44 20", "Engineer", "Leeds", 6.5);
    var standing =
        new Standing(1, 74, Map.of(Dimension.TECHNICAL_SKILLS, 81.5), Recommendation.YES);
    var bytes =
        written(
            1,
            number ->
                new Row(
                    "-1+1",
                    "a\u0001\uD800b.pdf",
                    person,
                    State.READ,
                    "x".repeat(40_000),
                    standing));

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      var sheet = workbook.getSheetAt(0);
      var row = sheet.getRow(1);
      row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
      assertThat(text(sheet, 0)).isEqualTo("-1+1");
      assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1);
      assertThat(text(sheet, 2)).isEqualTo("a  b.pdf");
      assertThat(text(sheet, 3)).isEqualTo("=HYPERLINK(\"http://example.com\")");
      assertThat(row.getCell(6).getNumericCellValue()).isEqualTo(74);
      assertThat(row.getCell(7).getNumericCellValue()).isEqualTo(82);
      assertThat(row.getCell(8)).isNull();
      assertThat(text(sheet, 14)).hasSize(32_767);
      assertThat(sheet.getRow(0).getCell(14).getStringCellValue()).isEqualTo("reason");
    }
  }

  @Test
  void ten_thousand_lines_are_written_as_they_come() throws IOException {
    var bytes =
        written(
            10_000,
            number -> new Row("job", number + ".pdf", Person.UNKNOWN, State.REVIEW, "empty", null));

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      var sheet = workbook.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(10_000);
      assertThat(sheet.getRow(10_000).getCell(2).getStringCellValue()).isEqualTo("9999.pdf");
    }
  }

  private static String text(Sheet sheet, int column) {
    return sheet.getRow(1).getCell(column).getStringCellValue();
  }

  private static byte[] written(int lines, IntFunction<Row> row) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new RankingXlsx(out)) {
      for (int number = 0; number < lines; number++) {
        workbook.add(row.apply(number));
      }
    }
    return out.toByteArray();
  }
}
