package dev.shortlist.web;

import dev.shortlist.accounts.Balance;
import dev.shortlist.accounts.Role;
import dev.shortlist.jobdescription.Concern;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.match.Dimension;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Match;
import dev.shortlist.match.Recommendation;
import dev.shortlist.profile.Education;
import dev.shortlist.profile.Period;
import dev.shortlist.profile.SpokenLanguage;
import dev.shortlist.profile.Warning;
import dev.shortlist.text.Notice;
import dev.shortlist.text.Reason;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How values read on a page, in the reader's language.
final class Words {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu");

  private static final Set<String> MARKS =
      Stream.of(Match.Flag.Kind.values(), Warning.Kind.values(), Notice.Kind.values())
          .flatMap(Arrays::stream)
          .map(Enum::name)
          .collect(Collectors.toUnmodifiableSet());

  private Words() {}

  static String when(Instant instant) {
    return dated("words.moment").withZone(ZoneId.systemDefault()).format(instant);
  }

  /// `3 Mar 2026`.
  static String date(LocalDate day) {
    return dated("words.date").format(day);
  }

  static String dimension(Dimension dimension) {
    return named("dimension", dimension);
  }

  static String recommendation(Recommendation recommendation) {
    return named("recommendation", recommendation);
  }

  /// `2 Mar`, as the language has it.
  static String day(LocalDate day) {
    return dated("words.day").format(day);
  }

  /// How the reader's language writes a day: the pattern that stands as `key` in the texts.
  private static DateTimeFormatter dated(String key) {
    return DateTimeFormatter.ofPattern(Texts.say(key), Texts.locale());
  }

  /// `1 CV`, `2 CVs`: a noun of `texts/words.properties`.
  static String count(long number, String noun) {
    return Texts.say("words.count." + noun, number);
  }

  /// `6.5 years`, `1 year`, never broken between lines; empty when there are none.
  static String years(double years) {
    if (years < 0.05) {
      return "";
    }
    return Texts.say("words.years", Math.round(years * 10) / 10.0).replace(' ', '\u00a0');
  }

  /// One digit after the point, and none where it would be 0.
  static String decimal(double value) {
    var format = NumberFormat.getInstance(Texts.locale());
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  /// A length in a drawing, which is written the same in every language.
  static String length(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /// `1.4 MB`.
  static String bytes(long bytes) {
    double value = bytes;
    for (String unit : List.of("bytes", "kilobytes", "megabytes")) {
      if (value < 1024) {
        return Texts.say("words." + unit, decimal(value));
      }
      value /= 1024;
    }
    return Texts.say("words.gigabytes", decimal(value));
  }

  /// `about 40 seconds`, `about 3 minutes`.
  static String remaining(Duration duration) {
    long seconds = Math.max(1, duration.toSeconds());
    if (seconds < 90) {
      return about(seconds < 10 ? seconds : (seconds + 4) / 5 * 5, "second");
    }
    return seconds < 90 * 60
        ? about((seconds + 30) / 60, "minute")
        : about((seconds + 1800) / 3600, "hour");
  }

  private static String about(long number, String unit) {
    return Texts.say("words.about", count(number, unit));
  }

  /// `Mar 2019 - now`, `2016 - 2018`.
  static String period(@Nullable Period period) {
    if (period == null) {
      return "";
    }
    String start = period.start() == null ? "?" : month(period.start(), period.wholeYears());
    if (period.current()) {
      return Texts.say("words.until-now", start);
    }
    String end = period.end() == null ? "?" : month(period.end(), period.wholeYears());
    return start.equals(end) ? start : start + " \u2013 " + end;
  }

  private static String month(YearMonth month, boolean yearOnly) {
    return yearOnly
        ? Integer.toString(month.getYear())
        : MONTH.withLocale(Texts.locale()).format(month);
  }

  /// `strong yes` as `Strong yes`.
  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// `ask for the file again` as `Ask for the file again.`
  static String sentence(String text) {
    return text.endsWith(".") ? capital(text) : capital(text) + ".";
  }

  /// Without digits after the point.
  static String whole(double value) {
    return Long.toString(Math.round(value));
  }

  /// A line of a list without the mark in front of it.
  static String unbulleted(String line) {
    return line.replaceFirst("^[-*\u2022\u00b7\u2013]\\s+", "");
  }

  static String importance(Importance importance) {
    return named("importance", importance);
  }

  static String concern(Concern.Kind kind) {
    return named("concern", kind);
  }

  /// The text of a constant: `words.state.RUNNING` of `words.properties`.
  static String named(String kind, Enum<?> constant) {
    return Texts.say("words." + kind + "." + constant.name());
  }

  /// What the name of a notice, a warning or a flag is called.
  static String mark(String name) {
    return hasMark(name) ? Texts.say("words.mark." + name) : name;
  }

  static boolean hasMark(String name) {
    return MARKS.contains(name);
  }

  /// Why a file cannot be read and what to do, in two sentences.
  static String unreadable(Reason reason, String detail) {
    String why = named("reason", reason);
    String what =
        detail.isEmpty()
            ? why
            : "%s (%s).".formatted(why.replaceFirst("\\.$", ""), Texts.core(detail));
    return what + " " + sentence(named("advice", reason));
  }

  static String degree(Education education) {
    var degree = education.degree();
    var field = education.field();
    if (degree == null) {
      return field == null ? Texts.say("words.course-of-study") : field.value();
    }
    return field == null || degree.value().contains(field.value())
        ? degree.value()
        : degree.value() + ", " + field.value();
  }

  static String level(SpokenLanguage.Level level) {
    return level == SpokenLanguage.Level.NATIVE ? Texts.say("words.native") : level.name();
  }

  /// Style of a recommendation: `band-yes`.
  static String band(Recommendation recommendation) {
    return "band-" + recommendation.name().toLowerCase(Locale.ROOT);
  }

  /// Style of a bar: green for met, blue for partly, amber for hardly, red for not at all.
  static String tone(double points, double outOf) {
    double share = outOf == 0 ? 0 : points / outOf;
    if (share >= 0.75) {
      return "good";
    }
    if (share >= 0.4) {
      return "fair";
    }
    return share > 0 ? "warn" : "poor";
  }

  static String tone(DimensionScore score) {
    return score.asked() ? tone(score.points(), 100) : "none";
  }

  static String role(Role role) {
    return named("role", role);
  }

  /// What a role may do, in a few words.
  static String mayDo(Role role) {
    return named("may-do", role);
  }

  static String balance(Balance balance) {
    return switch (balance) {
      case Balance.Unlimited() -> Texts.say("words.credits-unlimited");
      case Balance.Limited(int available, int reserved) ->
          Texts.say("words.credits", count(available, "credit"), reserved);
    };
  }
}
