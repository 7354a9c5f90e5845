package dev.shortlist.profile;

import dev.shortlist.profile.DateSpan.Shape;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The day a CV speaks of when it says "present".
///
/// The date the CV states ("last updated"), else the date of the file, each only when it is neither
/// in the future nor before the newest past date of the text; else the day of reading.
///
/// @param own the CV's own date, absent when neither text nor file gives a plausible one
/// @param newest newest date in the text that is not in the future
/// @param open whether the text has a span that goes on to the present
record OwnDate(@Nullable LocalDate own, @Nullable YearMonth newest, boolean open) {
  private static final Pattern STATED =
      Pattern.compile(
          "(?i)(?:last )?updated?\\b|letzte aktualisierung|\\bstand\\s?:|mise à jour|aggiornat|actualizado|atualizado|bijgewerkt|\\d日\\s?現在$|更新日|更新日期|최종 수정");

  static OwnDate of(Cv cv, @Nullable LocalDate dated, LocalDate today) {
    var now = YearMonth.from(today);
    YearMonth newest = null;
    YearMonth stated = null;
    boolean open = false;
    for (var row : cv.rows()) {
      for (var date : row.dates()) {
        open |= date.shape() == Shape.OPEN;
        newest = later(newest, past(date, now));
      }
      if (stated == null
          && !row.dates().isEmpty()
          && row.words() <= 8
          && STATED.matcher(row.text()).find()) {
        stated = row.dates().getFirst().last();
      }
    }
    return new OwnDate(own(stated, dated, newest, today), newest, open);
  }

  LocalDate or(LocalDate today) {
    return own == null ? today : own;
  }

  private static @Nullable LocalDate own(
      @Nullable YearMonth stated,
      @Nullable LocalDate dated,
      @Nullable YearMonth newest,
      LocalDate today) {
    if (stated != null && !stated.atDay(1).isAfter(today) && !isBefore(stated, newest)) {
      var end = stated.atEndOfMonth();
      return end.isAfter(today) ? today : end;
    }
    if (dated != null && !dated.isAfter(today) && !isBefore(YearMonth.from(dated), newest)) {
      return dated;
    }
    return null;
  }

  private static boolean isBefore(YearMonth month, @Nullable YearMonth newest) {
    return newest != null && month.isBefore(newest);
  }

  // A year alone may mean January: it must not make the CV younger than it can be.
  private static @Nullable YearMonth past(DateSpan date, YearMonth now) {
    var last = date.last() == null ? date.first() : date.last();
    if (last != null && date.years()) {
      last = last.withMonth(1);
    }
    return last == null || last.isAfter(now)
        ? date.first() != null && !date.first().isAfter(now) ? date.first() : null
        : last;
  }

  private static @Nullable YearMonth later(@Nullable YearMonth a, @Nullable YearMonth b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
