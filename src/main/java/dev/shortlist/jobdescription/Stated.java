package dev.shortlist.jobdescription;

import java.util.List;

/// What is asked for in fields of a form, beside the text of a job description.
///
/// @param years least number of years of work, which is a gate; 0 for none
/// @param skills names of required skills, as somebody wrote them
public record Stated(int years, List<String> skills) {
  public static final Stated NOTHING = new Stated(0, List.of());

  private static final int MOST_YEARS = 60;

  public Stated {
    if (years < 0 || years > MOST_YEARS) {
      throw new IllegalArgumentException(
          "years of experience must be 0 to %s but are %s".formatted(MOST_YEARS, years));
    }
    skills =
        skills.stream().map(String::strip).filter(skill -> !skill.isEmpty()).distinct().toList();
  }

  /// The text with what is stated below it, so that every requirement has words it stands in.
  String below(String text) {
    var whole = new StringBuilder(text);
    if (!skills.isEmpty()) {
      whole.append("\n\nRequired skills\n");
      skills.forEach(skill -> whole.append("- ").append(skill).append('\n'));
    }
    return whole.toString();
  }

  /// The line that asks for the years.
  String yearsLine() {
    return "Minimum experience: %s %s".formatted(years, years == 1 ? "year" : "years");
  }
}
