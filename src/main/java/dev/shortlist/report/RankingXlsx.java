package dev.shortlist.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes [Row]s as an Excel workbook with one sheet, a thousand lines at a time, so that ten
/// thousand need no more memory than a few. The columns are those of [RankingCsv].
///
/// A text is a cell of text, which no program takes for a formula, whatever it begins with.
public final class RankingXlsx implements RowSink, AutoCloseable {
  private static final int AT_ONCE = 1000;

  /// What a cell takes.
  private static final int LONGEST = 32_767;

  private static final Pattern UNWRITABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]");

  private final Workbook workbook;
  private final Worksheet sheet;
  private int line;

  /// Writes the head line; closing `out` is left to the caller.
  public RankingXlsx(OutputStream out) {
    workbook = new Workbook(out, "Shortlist", null);
    sheet = workbook.newWorksheet("Ranking");
    sheet.freezePane(0, 1);
    sheet.setAutoFilter(0, 0, 0, RankingCells.COLUMNS.size() - 1);
    for (int column = 0; column < RankingCells.COLUMNS.size(); column++) {
      sheet.style(0, column).bold().set();
      sheet.width(column, width(RankingCells.COLUMNS.get(column)));
    }
    write(RankingCells.COLUMNS);
  }

  private static double width(String column) {
    return switch (column) {
      case "job", "file", "name", "email", "reason" -> 32;
      case "recommendation", "phone" -> 18;
      default -> 12;
    };
  }

  @Override
  public void add(Row row) throws IOException {
    write(RankingCells.of(row));
    if (line % AT_ONCE == 0) {
      sheet.flush();
    }
  }

  private void write(List<? extends @Nullable Object> cells) {
    for (int column = 0; column < cells.size(); column++) {
      switch (cells.get(column)) {
        case null -> {}
        case Number number -> sheet.value(line, column, number);
        // In place: a table of all texts would be kept in memory to the end.
        case Object text -> sheet.inlineString(line, column, fit(text.toString()));
      }
    }
    line++;
  }

  private static String fit(String text) {
    var written = UNWRITABLE.matcher(text).replaceAll(" ");
    return written.length() <= LONGEST ? written : written.substring(0, LONGEST);
  }

  /// Ends the workbook.
  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
