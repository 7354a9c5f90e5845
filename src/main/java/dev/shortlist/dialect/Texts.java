package dev.shortlist.dialect;

import dev.shortlist.profile.Fact;
import dev.shortlist.profile.Profile;
import dev.shortlist.profile.SkillUse;
import dev.shortlist.screening.Application;
import dev.shortlist.screening.Stage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What several dialects say in the same words.
public final class Texts {
  /// Where a client wants a name and the CV says none.
  public static final String UNKNOWN = "Unknown";

  private Texts() {}

  public static String name(@Nullable Profile profile) {
    var name = profile == null ? null : profile.contact().name();
    return name == null ? UNKNOWN : name.value();
  }

  /// The first e-mail address of the CV, empty when it has none.
  public static String email(@Nullable Profile profile) {
    return profile == null ? "" : first(profile.contact().emails());
  }

  /// The first phone number of the CV, empty when it has none.
  public static String phone(@Nullable Profile profile) {
    return profile == null ? "" : first(profile.contact().phones());
  }

  public static List<String> skills(Profile profile) {
    return profile.skills().stream().map(SkillUse::name).toList();
  }

  /// The last part of where the file was found: `anna.pdf` for `cvs.zip/2026/anna.pdf`.
  public static String fileName(Application application) {
    return fileName(application.file());
  }

  public static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Why an application has no score, for a person: what is wrong and what to do.
  public static String trouble(Application application) {
    var reason = application.reason();
    if (reason != null) {
      String detail = application.detail().isEmpty() ? "" : " (" + application.detail() + ")";
      return "%s%s; %s".formatted(reason.meaning(), detail, reason.advice());
    }
    return application.stage() == Stage.CANCELLED
        ? "it was cancelled"
        : application.detail() + "; upload it again";
  }

  /// `value` with one decimal, as a number.
  public static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /// `56.0%`
  public static String percent(int part, int whole) {
    return String.format(Locale.ROOT, "%.1f%%", share(part, whole));
  }

  /// Share in percent with one decimal; 0 of nothing is 0.
  public static double share(int part, int whole) {
    return whole == 0 ? 0 : tenths(100.0 * part / whole);
  }

  private static String first(List<Fact<String>> facts) {
    return facts.isEmpty() ? "" : facts.getFirst().value();
  }
}
