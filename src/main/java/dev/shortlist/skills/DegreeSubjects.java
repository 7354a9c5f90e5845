package dev.shortlist.skills;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a degree is in, as far as its name says so: `BSN`, `Bachelor of Laws`.
public final class DegreeSubjects {
  private static final Pattern LONG =
      Pattern.compile(
          "(?:bachelor|master|doctor|associate)s?(?:['’]s)?(?: degree)? (?:(?:of (?:applied )?(?:science|arts)) )?(?:of|in) (?:the )?(?<subject>\\p{L}[\\p{L} &-]*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Names of degrees in any subject.
  private static final Pattern GENERAL =
      Pattern.compile(
          "(?:(?:applied )?(?:sciences?|arts)|philosophy|technology|research|studies)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}]+");

  private static final DegreeSubjects STANDARD =
      new DegreeSubjects(Sources.resource("degree-subjects.txt"));

  private final Map<String, String> subjects = new HashMap<>();

  private DegreeSubjects(String data) {
    data.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::line);
  }

  public static DegreeSubjects standard() {
    return STANDARD;
  }

  /// The subject that `degree` says by its name, without what stands behind it.
  public Optional<String> of(String degree) {
    var words = LONG.matcher(degree.strip());
    return words.matches()
        ? Optional.of(words.group("subject").strip()).filter(it -> !GENERAL.matcher(it).matches())
        : Optional.ofNullable(subjects.get(letters(degree)));
  }

  private void line(String line) {
    int sign = line.indexOf('=');
    for (String name : Alias.items(line.substring(sign + 1), ',')) {
      subjects.put(letters(name), line.substring(0, sign).strip());
    }
  }

  private static String letters(String name) {
    return SIGNS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
