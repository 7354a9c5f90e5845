package dev.shortlist.web;

import dev.shortlist.accounts.Balance;
import dev.shortlist.accounts.Role;
import dev.shortlist.jobdescription.Concern;
import dev.shortlist.jobdescription.Importance;
import dev.shortlist.match.DimensionScore;
import dev.shortlist.match.Recommendation;
import dev.shortlist.profile.Education;
import dev.shortlist.profile.Period;
import dev.shortlist.profile.SpokenLanguage;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How values read on a page, in English.
final class Words {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private Words() {}

  static String when(Instant instant) {
    return WHEN.format(instant);
  }

  /// `1 CV`, `2 CVs`.
  static String count(long number, String noun) {
    return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  /// `6.5 years`, `1 year`; empty when there are none.
  static String years(double years) {
    if (years < 0.05) {
      return "";
    }
    String number = decimal(years);
    return number + (number.equals("1") ? " year" : " years");
  }

  /// One digit after the point, and none where it would be 0.
  static String decimal(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /// `1.4 MB`.
  static String bytes(long bytes) {
    double value = bytes;
    for (String unit : List.of("bytes", "kB", "MB")) {
      if (value < 1024) {
        return decimal(value) + " " + unit;
      }
      value /= 1024;
    }
    return decimal(value) + " GB";
  }

  /// `about 40 seconds`, `about 3 minutes`.
  static String remaining(Duration duration) {
    long seconds = Math.max(1, duration.toSeconds());
    if (seconds < 90) {
      return "about " + count(seconds < 10 ? seconds : (seconds + 4) / 5 * 5, "second");
    }
    if (seconds < 90 * 60) {
      return "about " + count((seconds + 30) / 60, "minute");
    }
    return "about " + count((seconds + 1800) / 3600, "hour");
  }

  /// `Mar 2019 - now`, `2016 - 2018`.
  static String period(@Nullable Period period) {
    if (period == null) {
      return "";
    }
    String start = period.start() == null ? "?" : month(period.start(), period.wholeYears());
    if (period.current()) {
      return start + " \u2013 now";
    }
    String end = period.end() == null ? "?" : month(period.end(), period.wholeYears());
    return start.equals(end) ? start : start + " \u2013 " + end;
  }

  private static String month(YearMonth month, boolean yearOnly) {
    return yearOnly ? Integer.toString(month.getYear()) : MONTH.format(month);
  }

  /// `strong yes` as `Strong yes`.
  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
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
    return switch (importance) {
      case REQUIRED -> "Required";
      case PREFERRED -> "Nice to have";
      case GATE -> "Conditions";
    };
  }

  static String concern(Concern.Kind kind) {
    return switch (kind) {
      case UNCLEAR -> "Unclear:";
      case CONTRADICTORY -> "Contradictory:";
      case UNLAWFUL -> "Better not asked:";
    };
  }

  static String degree(Education education) {
    var degree = education.degree();
    var field = education.field();
    if (degree == null) {
      return field == null ? "Course of study" : field.value();
    }
    return field == null || degree.value().contains(field.value())
        ? degree.value()
        : degree.value() + ", " + field.value();
  }

  static String level(SpokenLanguage.Level level) {
    return level == SpokenLanguage.Level.NATIVE ? "native" : level.name();
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
    String name = role.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /// What a role may do, in a few words.
  static String mayDo(Role role) {
    return switch (role) {
      case OWNER -> "everything";
      case ADMIN -> "everything but owners";
      case RECRUITER -> "screen CVs and decide";
      case REVIEWER -> "see results and decide";
      case AUDITOR -> "see who did what, but no CVs";
      case VIEWER -> "see results";
    };
  }

  static String balance(Balance balance) {
    return switch (balance) {
      case Balance.Unlimited() -> "credits are not counted";
      case Balance.Limited(int available, int reserved) ->
          "%s left, %,d reserved".formatted(count(available, "credit"), reserved);
    };
  }
}
