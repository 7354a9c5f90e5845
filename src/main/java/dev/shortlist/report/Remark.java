package dev.shortlist.report;

import dev.shortlist.profile.Reading;
import dev.shortlist.profile.Warning;
import dev.shortlist.report.Row.State;
import dev.shortlist.text.Notice;
import dev.shortlist.translation.Translation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something about a file or its reading that a recruiter should know, as a person reads it. It
/// never changes a score.
///
/// @param kind name of the [Notice.Kind] or [Warning.Kind]
/// @param text what was noticed, as half a sentence in English
/// @param detail what makes it checkable, such as the hidden words; may be empty
public record Remark(String kind, String text, String detail) {

  /// What there is to know about a reading: first about the file, then about its content.
  public static List<Remark> of(Reading reading) {
    return Stream.concat(
            reading.source().notices().stream().map(Remark::of),
            reading.profile().warnings().stream().map(Remark::of))
        .toList();
  }

  public static Remark of(Notice notice) {
    return new Remark(
        notice.kind().name(),
        text(notice.kind()).formatted(" on page " + notice.page()),
        notice.detail());
  }

  /// A notice of which only the kind is known.
  public static Remark of(Notice.Kind kind) {
    return new Remark(kind.name(), text(kind).formatted(""), "");
  }

  private static String text(Notice.Kind kind) {
    return switch (kind) {
      case HIDDEN_TEXT -> "hidden text%s, which counts for nothing";
      case INVISIBLE_CHARACTERS -> "invisible characters%s, which were left out";
      case INSTRUCTIONS -> "words%s that look like an order to a machine";
      case JOB_DESCRIPTION -> "words%s that read like a job description";
      case WRONG_EXTENSION -> "the name of the file says another type than its content";
      case DAMAGED -> "the file is damaged, and what could be read was read";
      case PAGES_WITHOUT_TEXT -> "some pages are pictures without text and were not read";
      case RECOGNIZED -> "read from a scan by text recognition, which may be wrong";
      case CUT -> "the file is longer than the limit, and its beginning was read";
    };
  }

  public static Remark of(Warning warning) {
    var text =
        switch (warning.kind()) {
          case NOT_A_CV -> "this does not look like a CV";
          case COVER_LETTER -> "this looks like a cover letter";
          case SEVERAL_CVS -> "the file seems to hold several CVs";
          case OLD -> "the CV is more than two years old";
          case NO_NAME -> "no name was found";
          case NO_WORK_DATES -> "no post has dates";
        };
    return new Remark(warning.kind().name(), text, warning.detail());
  }

  /// What these remarks make of a file that was read.
  public static State state(List<Remark> remarks) {
    return remarks.isEmpty() ? State.READ : State.WARNING;
  }

  /// All of them as one line.
  public static String sentence(List<Remark> remarks) {
    return remarks.stream().map(Remark::sentence).collect(Collectors.joining("; "));
  }

  /// Text and detail in one, in another language.
  String sentence(Translation in) {
    return detail.isEmpty() ? in.of(text) : in.say("{0}: {1}", in.of(text), in.of(detail));
  }

  /// Text and detail in one.
  public String sentence() {
    return detail.isEmpty() ? text : text + ": " + detail;
  }
}
