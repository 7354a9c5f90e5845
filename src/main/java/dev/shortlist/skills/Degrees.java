package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of degrees and school leaving certificates, in the common European languages and as used
/// in India, the United States and Britain.
///
/// Professional first degrees (law, medicine, pharmacy) count as [DegreeLevel#MASTER], as in ISCED.
public final class Degrees {
  private static final String OF_EDUCATION = "of education";
  private static final Pattern INITIALS = Pattern.compile("\\p{L}(?: \\p{L})+");
  private static final int NEAR_THE_START = 2;
  private static final int LEAST_CAPITALS = 3;
  private static final Degrees STANDARD = new Degrees(Sources.resource("degrees.txt"));

  private final Phrases<DegreeLevel> names = new Phrases<>();
  private final Phrases<Name> namesOfEducation = new Phrases<>();

  /// @param loose whether it is a degree only where one speaks of education: `BA`, `10th`
  private record Name(DegreeLevel level, boolean loose) {}

  private Degrees(String data) {
    var lines = data.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    lines.stream().filter(line -> !isOfEducation(line)).forEach(this::line);
    lines.forEach(this::lineOfEducation);
    names.ready();
    namesOfEducation.ready();
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

  /// The first degree named in `line`, which stands where a CV speaks of education. There short
  /// names need no other words beside them, but a capital, and the start of the line or full stops
  /// within: `BE, Pune`, `12th`.
  public Optional<Mention> ofEducation(String line) {
    for (var hit : namesOfEducation.find(line)) {
      if (isWhole(line, hit.start(), hit.end())
          && (!hit.value().loose || isPlausible(line, hit.start(), hit.end()))) {
        return Optional.of(new Mention(hit.value().level, hit.start(), hit.end()));
      }
    }
    return Optional.empty();
  }

  /// No part of `C.B.S.E.`, and no initials of a name: `M S Rao College`.
  private static boolean isWhole(String line, int start, int end) {
    boolean part = start > 0 && line.charAt(start - 1) == '.';
    return !part && !INITIALS.matcher(line).region(start, end).matches();
  }

  private static boolean isPlausible(String line, int start, int end) {
    String written = line.substring(start, end);
    int first = written.codePointAt(0);
    if (!Character.isUpperCase(first) && !Character.isDigit(first) && !isUncased(first)) {
      return false;
    }
    int dot = written.indexOf('.');
    boolean dotted = dot > 0 && dot < written.length() - 1;
    boolean capitals =
        written.length() >= LEAST_CAPITALS && written.chars().allMatch(Character::isUpperCase);
    return dotted || capitals || wordsBefore(line, start) < NEAR_THE_START;
  }

  private static boolean isUncased(int letter) {
    return Character.isLetter(letter) && !Character.isLowerCase(letter);
  }

  private static int wordsBefore(String line, int end) {
    int words = 0;
    for (int i = 0; i < end; i++) {
      boolean starts = i == 0 || !Character.isLetterOrDigit(line.charAt(i - 1));
      words += starts && Character.isLetterOrDigit(line.charAt(i)) ? 1 : 0;
    }
    return words;
  }

  private static boolean isOfEducation(String line) {
    return level(line).endsWith(OF_EDUCATION);
  }

  private static String level(String line) {
    return line.substring(0, line.indexOf('=')).strip();
  }

  private static List<Alias> aliases(String line) {
    return Alias.list(line.substring(line.indexOf('=') + 1));
  }

  private void line(String line) {
    var level = DegreeLevel.valueOf(level(line).toUpperCase(Locale.ROOT));
    for (var alias : aliases(line)) {
      names.add(level, alias.text(), alias.rule(), true, 0);
      namesOfEducation.add(new Name(level, false), alias.text(), alias.rule(), true, 0);
    }
  }

  /// Names that need company elsewhere need none here, unless they have a meaning without.
  private void lineOfEducation(String line) {
    boolean only = isOfEducation(line);
    var level =
        DegreeLevel.valueOf(level(line).replace(OF_EDUCATION, "").strip().toUpperCase(Locale.ROOT));
    var loose = new ArrayList<Alias>();
    for (var alias : aliases(line)) {
      boolean conditional = alias.rule().decides() == 2;
      boolean free =
          namesOfEducation.senses(alias.text()).stream()
              .noneMatch(sense -> sense.rule.decides() < 2);
      if ((only || conditional) && free) {
        loose.add(alias);
      }
    }
    for (var alias : loose) {
      var rule =
          new Rule(
              false,
              false,
              false,
              false,
              false,
              List.of(),
              alias.rule().not(),
              List.of(),
              List.of());
      namesOfEducation.add(new Name(level, true), alias.text(), rule, true, 0);
    }
  }
}
