package dev.shortlist.profile;

import dev.shortlist.text.Line;
import java.util.ArrayList;
import java.util.List;

/// A line of the CV as this module looks at it.
///
/// @param index its place among the rows
/// @param number number of its line in the visible text
/// @param aside whether it stands elsewhere in the visible text than among the rows
/// @param span its words without bullet and marks of layout
/// @param bullet the mark before them, 0 when there is none
/// @param line how it looks
/// @param bold whether it stands out by weight
/// @param dates dates in it, from left to right
record Row(
    int index,
    int number,
    boolean aside,
    Span span,
    char bullet,
    Line line,
    boolean bold,
    List<DateSpan> dates) {

  Row {
    dates = List.copyOf(dates);
  }

  String text() {
    return span.text();
  }

  boolean isBulleted() {
    return bullet != 0;
  }

  boolean hasSpan() {
    return dates.stream().anyMatch(DateSpan::isSpan);
  }

  Row with(List<DateSpan> others) {
    return new Row(index, number, aside, span, bullet, line, bold, others);
  }

  /// The words from `from` to before `to`, as if they stood alone.
  Row part(int from, int to) {
    var words = span.sub(from, to).strip();
    var own =
        dates.stream()
            .filter(date -> date.from() >= words.start() && date.to() <= words.end() + 1)
            .toList();
    return new Row(index, number, aside, words, from == 0 ? bullet : 0, line, bold, own);
  }

  Row at(int place, boolean apart) {
    return new Row(place, number, apart, span, bullet, line, bold, dates);
  }

  /// What is left of the words when the dates are taken out.
  List<Span> undated() {
    var rest = new ArrayList<Span>();
    int at = span.start();
    for (var date : dates) {
      addTo(rest, at, date.from());
      at = Math.max(at, date.to());
    }
    addTo(rest, at, span.end());
    return rest;
  }

  private void addTo(List<Span> rest, int from, int to) {
    if (from < to) {
      var part = span.sub(from - span.start(), to - span.start()).strip();
      if (!part.isEmpty()) {
        rest.add(part);
      }
    }
  }

  int words() {
    return Text.words(text());
  }

  boolean isCaps() {
    return Text.isCaps(text());
  }

  /// Whether it reads as a sentence or a part of one rather than as a label.
  boolean isProse() {
    String text = text();
    int words = words();
    return words > 14
        || (words >= 5 && Text.isMostlyLower(text) && Titles.post(text) < 0.8)
        || (words >= 5 && text.endsWith(".") && !Text.endsAbbreviated(text) && !namesDatedPost())
        || (words >= 3 && Character.isLowerCase(text.charAt(0)) && !hasSpan() && !Labels.is(text));
  }

  /// `Summer 2017 Intern, Example Studio, Leeds.`
  private boolean namesDatedPost() {
    return !dates.isEmpty() && text().indexOf(',') > 0 && Titles.post(text()) >= 0.8;
  }
}
