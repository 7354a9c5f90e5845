package dev.shortlist.screening;

import org.jspecify.annotations.Nullable;

/// Where a page of a list begins or ends: at a row, so that no row is shown twice or left out when
/// others come or go before it.
///
/// @param after the last row of the page before, absent to begin at the first row
/// @param before the first row of the page after; then the page ends there
public record Cursor(@Nullable ApplicationId after, @Nullable ApplicationId before) {
  public static final Cursor START = new Cursor(null, null);

  public static Cursor after(ApplicationId row) {
    return new Cursor(row, null);
  }

  public static Cursor before(ApplicationId row) {
    return new Cursor(null, row);
  }
}
