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
          "(?i)(?:\\b(?:in|of|en|für|des|major in|majoring in|im|dell[ae']|em)\\s+|[,:(–-]\\s?)(\\p{Lu}[^,;|()–]{2,70})");
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
    Matcher found = degree == null ? null : FIELD.matcher(degree.text());
    return degree != null && found != null && found.find()
        ? cv.fact(degree.sub(found.start(1), found.end(1)).strip(), 0.8)
        : null;
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
