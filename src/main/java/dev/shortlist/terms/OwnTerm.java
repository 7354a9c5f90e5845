package dev.shortlist.terms;

import dev.shortlist.skills.Skill;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A skill, tool or licence that an account added: its own products, methods and names.
///
/// @param name as people write it; capitals, accents and the plural make no difference when it is
///   looked for
/// @param aliases other names with the same meaning
/// @param broader names of broader skills, of the taxonomy or of the account
/// @param near names of near skills, with the share of one that who knows the other shows
public record OwnTerm(
    String name, Skill.Kind kind, List<String> aliases, List<String> broader, List<Near> near) {
  private static final int LONGEST = 80;

  /// Signs that say something in the format of the taxonomy.
  private static final String SIGNS = ",;={}[]<>~*@!?\n\r\t";

  public OwnTerm {
    name = checked(name);
    aliases = aliases.stream().map(OwnTerm::checked).toList();
    broader = broader.stream().map(OwnTerm::checked).toList();
    near = List.copyOf(near);
  }

  /// A near skill.
  ///
  /// @param strength above 0 and below 1; what is less than 0.2 counts as nothing
  public record Near(String name, double strength) {
    public Near {
      name = checked(name);
      if (!(strength > 0 && strength < 1)) {
        throw new TermRefused(
            "the strength of %s must be above 0 and below 1 but is %s".formatted(name, strength));
      }
    }
  }

  /// The term as a line of the taxonomy.
  String line() {
    return Stream.of(
            "%s [%s]".formatted(name, kind.name().toLowerCase(Locale.ROOT)),
            clause("=", aliases),
            clause("<", broader),
            clause("~", near.stream().map(one -> one.name() + " " + one.strength()).toList()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String clause(String sign, List<String> names) {
    return names.isEmpty() ? "" : sign + " " + String.join(", ", names);
  }

  private static String checked(String name) {
    var plain = name.strip();
    if (plain.length() < 2 || plain.length() > LONGEST) {
      throw new TermRefused(
          "a name has 2 to %s characters but \"%s\" has %s"
              .formatted(LONGEST, plain, plain.length()));
    }
    if (plain.startsWith("#") || plain.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0)) {
      throw new TermRefused(
          "\"%s\" has a sign that no name has: leave out # at the start and any of , ; = { } [ ] < > ~ * @ ! ?"
              .formatted(plain));
    }
    return plain;
  }
}
