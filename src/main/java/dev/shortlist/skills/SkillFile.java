package dev.shortlist.skills;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Reads the lines of a file of skills; the format is told at the top of each file.
final class SkillFile {
  private final List<Entry> entries = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private String field = "";
  private Skill.Kind kind = Skill.Kind.KNOWLEDGE;

  private SkillFile() {}

  /// A skill as written.
  ///
  /// @param parents names of broader skills
  /// @param siblings how near the skills below this one are to each other, 0 if they are not
  record Entry(
      String id,
      Alias name,
      Skill.Kind kind,
      String field,
      List<Alias> aliases,
      List<String> parents,
      List<Link> links,
      double siblings) {}

  private record Open(int indent, String id) {}

  /// @throws IllegalArgumentException naming the line, if one is not understood
  static List<Entry> read(String file, String text) {
    var reader = new SkillFile();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      try {
        reader.line(line);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("%s:%d: %s".formatted(file, number, e.getMessage()), e);
      }
    }
    return reader.entries;
  }

  private void line(String line) {
    var stripped = line.strip();
    if (stripped.isEmpty() || stripped.startsWith("#")) {
      return;
    }
    if (stripped.startsWith("@field ")) {
      field = stripped.substring(7).strip();
      return;
    }
    if (stripped.startsWith("@")) {
      kind = kind(stripped.substring(1));
      open.clear();
      return;
    }
    entry(line.length() - line.stripLeading().length(), stripped);
  }

  private static Skill.Kind kind(String word) {
    return Skill.Kind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private void entry(int indent, String line) {
    while (!open.isEmpty() && open.element().indent() >= indent) {
      open.pop();
    }
    var clauses = clauses(line);
    var written = clauses.getFirst().strip();
    var itsKind = kind;
    int bracket = written.indexOf('[');
    if (bracket > 0) {
      itsKind = kind(written.substring(bracket + 1, written.indexOf(']')));
      written = written.substring(0, bracket).strip();
    }
    var name = Alias.read(written);
    var parents = new ArrayList<String>();
    if (!open.isEmpty()) {
      parents.add(open.element().id());
    }
    List<Alias> aliases = List.of();
    List<Link> links = List.of();
    double siblings = 0;
    for (int i = 1; i < clauses.size(); i++) {
      var rest = clauses.get(i).substring(1).strip();
      switch (clauses.get(i).charAt(0)) {
        case '=' -> aliases = Alias.list(rest);
        case '<' -> parents.addAll(Alias.items(rest, ','));
        case '~' -> links = Link.list(rest);
        default -> siblings = Double.parseDouble(rest);
      }
    }
    var id = Slug.of(name.text());
    entries.add(new Entry(id, name, itsKind, field, aliases, parents, links, siblings));
    open.push(new Open(indent, id));
  }

  // A sign with a blank on either side begins a clause.
  private static List<String> clauses(String line) {
    var clauses = new ArrayList<String>();
    int start = 0;
    for (int i = 1; i < line.length() - 1; i++) {
      boolean sign = "=<~*".indexOf(line.charAt(i)) >= 0;
      if (sign && line.charAt(i - 1) == ' ' && line.charAt(i + 1) == ' ') {
        clauses.add(line.substring(start, i));
        start = i;
      }
    }
    clauses.add(line.substring(start));
    return clauses;
  }
}
