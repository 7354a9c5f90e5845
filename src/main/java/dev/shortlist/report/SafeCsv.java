package dev.shortlist.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/// CSV (RFC 4180, every text quoted) that no spreadsheet takes for a formula.
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe in
/// front, also after a line break or a semicolon, where some spreadsheets begin a new cell.
public final class SafeCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

  // The wide forms count too: Japanese spreadsheets read them as their narrow twins.
  private static final Pattern FORMULA =
      Pattern.compile("(?:^|(?<=[\\n\\r;]))(?=[=+\\-@\\t\\r＝＋－＠])");

  private final CSVPrinter printer;

  /// Closing `out` is left to the caller.
  public SafeCsv(Writer out) throws IOException {
    printer = new CSVPrinter(out, FORMAT);
  }

  /// Writes one line; an absent cell stays empty.
  public void line(List<? extends @Nullable Object> cells) throws IOException {
    for (var cell : cells) {
      printer.print(cell instanceof String text ? safe(text) : cell);
    }
    printer.println();
  }

  static String safe(String text) {
    return FORMULA.matcher(text).replaceAll("'");
  }
}
