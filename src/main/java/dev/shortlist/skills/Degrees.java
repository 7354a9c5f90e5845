package dev.shortlist.skills;

import java.util.List;
import java.util.Locale;

/// Names of degrees and school leaving certificates, in the common European languages and as used
/// in India, the United States and Britain.
///
/// Professional first degrees (law, medicine, pharmacy) count as [DegreeLevel#MASTER], as in ISCED.
public final class Degrees {
  private static final Degrees STANDARD = new Degrees(Sources.resource("degrees.txt"));

  private final Phrases<DegreeLevel> names = new Phrases<>();

  private Degrees(String data) {
    data.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::line);
    names.ready();
  }

  /// A degree named in a text.
  ///
  /// @param start index of the first character
  /// @param end index after the last character
  public record Mention(DegreeLevel level, int start, int end) {}

  public static Degrees standard() {
    return STANDARD;
  }

  /// Every degree named in `text`, in its order: the longest names, none over another.
  public List<Mention> find(String text) {
    return names.find(text).stream()
        .map(hit -> new Mention(hit.value(), hit.start(), hit.end()))
        .toList();
  }

  private void line(String line) {
    int equals = line.indexOf('=');
    var level = DegreeLevel.valueOf(line.substring(0, equals).strip().toUpperCase(Locale.ROOT));
    for (var alias : Alias.list(line.substring(equals + 1))) {
      names.add(level, alias.text(), alias.rule(), true, 0);
    }
  }
}
