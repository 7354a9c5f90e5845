package dev.shortlist.profile;

import dev.shortlist.profile.DateSpan.Shape;
import dev.shortlist.skills.DegreeLevel;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A course of study being put together.
final class CourseDraft {
  private static final Pattern FIELD =
      Pattern.compile(
          "(?i)(?:\\b(?:in|of|en|für|des|major in|majoring in|im|dell[ae']|em)\\s+(?:(?:applied )?(?:science|arts) in\\s+)?|[,:(–-]\\s?)(\\p{Lu}[^,;|()–]{2,70})");

  /// After the name of the degree: `Computer Science`, `(Hons) in nursing`, `of Science in
  /// Physics`.
  private static final Pattern FIELD_AFTER =
      Pattern.compile(
          "^(?i:[\\s.'’)]*(?:s\\b)?\\s*(?:degree\\b)?\\s*(?:\\(?hon(?:ou?r)?s\\b\\.?\\)?)?[\\s,:–-]*"
              + "(?:of (?:applied )?(?:science|arts|engineering|technology)\\b)?[\\s,:–-]*)"
              + "(?:(?i:(?:major(?:ing)? in|in|of|en|für|im|dell[ae']|em)\\s+(\\p{L}[^,;|()–]{2,70}))"
              + "|(\\p{Lu}(?![^,;|()–]*\\d)[^,;|()–]{2,70}))");

  /// Names of degrees and grades, not of what was studied.
  private static final Pattern NO_SUBJECT =
      Pattern.compile(
          "(?i)(?:applied )?(?:sciences?|arts)|philosophy|hon(?:ou?r)?s|degree|education"
              + "|(?:(?:first|upper|lower|second|third)\\b.*\\b(?:class|honou?rs|division)|distinction|merit|pass(?:ed)?"
              + "|with|graduat\\w+|expected|gpa|cum|summa|magna|grade|programme?)\\b.*");

  private static final Pattern MAJOR =
      Pattern.compile(
          "(?i)^(?:major(?:ing)?(?: in)?|specialisation|specialization|field of study|schwerpunkt|fachrichtung|speciali[sz]ed in|spécialité|especialidad|indirizzo)\\s?:?\\s+");

  int first = -1;
  int end;
  @Nullable Span degree;
  @Nullable DegreeLevel level;
  @Nullable Span institution;
  @Nullable Span guess;
  @Nullable Span field;
  int institutionRow = -1;
  @Nullable DateSpan date;

  boolean isEmpty() {
    return degree == null && institution == null;
  }

  /// Whether `text` begins with words for a subject: `Major in`.
  static boolean namesMajor(String text) {
    return MAJOR.matcher(text).find();
  }

  /// The course as far as it was told.
  Education course(Cv cv, YearMonth now) {
    var institution = this.institution == null ? this.guess : this.institution;
    double sure = this.institution == null ? 0.55 : 0.92;
    var degree = this.degree;
    return new Education(
        institution == null ? null : cv.fact(institution, sure),
        degree == null ? null : cv.fact(degree, 0.92),
        level,
        field(cv),
        period(cv, now),
        cv.passage(first, end));
  }

  private @Nullable Fact<String> field(Cv cv) {
    var named = this.field;
    if (named != null) {
      var major = MAJOR.matcher(named.text());
      int from = major.find() ? major.end() : 0;
      return cv.fact(named.sub(from, named.text().length()).strip(), 0.75);
    }
    var degree = this.degree;
    var subject = degree == null ? null : subject(degree);
    return subject == null ? null : cv.fact(subject, 0.8);
  }

  /// What was studied, as the words of the degree say.
  private static @Nullable Span subject(Span degree) {
    var name = CoursePieces.degree(degree.text());
    if (name != null) {
      Matcher after = FIELD_AFTER.matcher(degree.text().substring(name.end()));
      if (after.find()) {
        int group = after.group(1) == null ? 2 : 1;
        var subject =
            degree.sub(name.end() + after.start(group), name.end() + after.end(group)).strip();
        if (isSubject(subject)) {
          return subject;
        }
      }
    }
    Matcher found = FIELD.matcher(degree.text());
    if (!found.find()) {
      return null;
    }
    var subject = degree.sub(found.start(1), found.end(1)).strip();
    return isSubject(subject) ? subject : null;
  }

  private static boolean isSubject(Span subject) {
    return !NO_SUBJECT.matcher(subject.text()).matches() && Titles.school(subject.text()) == 0;
  }

  /// A single date is the day of graduation.
  private @Nullable Fact<Period> period(Cv cv, YearMonth now) {
    var date = this.date;
    var period = date == null ? null : date.period(now);
    if (date == null || period == null) {
      return null;
    }
    if (date.shape() == Shape.SINGLE) {
      period = new Period(null, period.end(), false, period.wholeYears());
    }
    return new Fact<>(
        period, cv.text().passage(date.from(), date.end()), date.isSpan() ? 0.95 : 0.8);
  }
}
