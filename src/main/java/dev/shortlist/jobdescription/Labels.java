package dev.shortlist.jobdescription;

import dev.shortlist.skills.DegreeLevel;
import java.util.List;
import java.util.Locale;

/// What a person calls a need.
final class Labels {
  private static final int LONGEST = 90;

  private Labels() {}

  static String skill(List<String> names, int years) {
    String joined =
        names.size() == 1
            ? names.getFirst()
            : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    return years == 0 ? joined : "%s, %s".formatted(joined, years(years));
  }

  static String experience(Need.Experience need, String relation) {
    String amount = need.years() == 0 ? "Experience" : years(need.years());
    if (need.field() == null) {
      return need.years() == 0 ? "Experience" : amount + " of experience";
    }
    return shortened("%s %s %s".formatted(amount, relation, need.field()));
  }

  static String degree(Need.Degree need) {
    String level =
        switch (need.level()) {
          case SECONDARY -> "School leaving certificate";
          case VOCATIONAL -> "Vocational training";
          case ASSOCIATE -> "Associate degree";
          case BACHELOR -> "Bachelor's degree";
          case MASTER -> "Master's degree";
          case DOCTORATE -> "Doctorate";
        };
    return degree(level, need);
  }

  static String degree(String name, Need.Degree need) {
    String fields = need.fields().isEmpty() ? "" : " in " + String.join(", ", need.fields());
    return shortened(name + fields + (need.orEquivalent() ? " or equivalent" : ""));
  }

  static String language(Need.Language need) {
    return need.level() == null
        ? need.language()
        : "%s (%s)".formatted(need.language(), need.level());
  }

  static String capital(String words) {
    return words.isEmpty()
        ? words
        : shortened(
            words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + words.substring(words.offsetByCodePoints(0, 1)));
  }

  static String shortened(String label) {
    if (label.length() <= LONGEST) {
      return label;
    }
    int space = label.lastIndexOf(' ', LONGEST - 2);
    return label.substring(0, space > 40 ? space : LONGEST - 1) + "…";
  }

  static DegreeLevel lower(DegreeLevel one, DegreeLevel other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static String years(int years) {
    return years == 1 ? "1 year" : years + " years";
  }
}
