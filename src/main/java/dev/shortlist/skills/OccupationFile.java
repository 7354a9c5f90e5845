package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.List;

/// Reads the blocks of a file of occupations; the format is told at the top of each file.
final class OccupationFile {
  private final List<Entry> entries = new ArrayList<>();
  private String field = "";
  private String group = "";
  private double groupStrength;

  private OccupationFile() {}

  /// An occupation as written.
  ///
  /// @param group name of its family, empty if it has none
  /// @param groupStrength how near the occupations of the family are to each other
  record Entry(
      String id,
      Alias name,
      String field,
      String group,
      double groupStrength,
      List<Alias> titles,
      List<Link> near,
      List<String> skills,
      List<String> duties) {}

  /// @throws IllegalArgumentException naming the line, if one is not understood
  static List<Entry> read(String file, String text) {
    var reader = new OccupationFile();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      try {
        reader.line(line.strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("%s:%d: %s".formatted(file, number, e.getMessage()), e);
      }
    }
    return reader.entries;
  }

  private void line(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    var rest = line.substring(1).strip();
    switch (line.charAt(0)) {
      case '@' -> header(rest);
      case '=', '~', '+', '-' -> clause(line.charAt(0), rest);
      default -> {
        var name = Alias.read(line);
        entries.add(
            new Entry(
                Slug.of(name.text()),
                name,
                field,
                group,
                groupStrength,
                List.of(),
                List.of(),
                List.of(),
                List.of()));
      }
    }
  }

  private void header(String line) {
    if (line.startsWith("field ")) {
      field = line.substring(6).strip();
      group = "";
      return;
    }
    if (!line.startsWith("group ")) {
      throw new IllegalArgumentException("@field or @group is wanted");
    }
    int space = line.lastIndexOf(' ');
    group = field + "/" + line.substring(6, space).strip();
    groupStrength = Double.parseDouble(line.substring(space + 1));
  }

  private void clause(char sign, String rest) {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("an occupation is wanted first");
    }
    var e = entries.removeLast();
    entries.add(
        new Entry(
            e.id,
            e.name,
            e.field,
            e.group,
            e.groupStrength,
            sign == '=' ? joined(e.titles, Alias.list(rest)) : e.titles,
            sign == '~' ? joined(e.near, Link.list(rest)) : e.near,
            sign == '+' ? joined(e.skills, Alias.items(rest, ',')) : e.skills,
            sign == '-' ? joined(e.duties, Alias.items(rest, ';')) : e.duties));
  }

  private static <T> List<T> joined(List<T> before, List<T> more) {
    var all = new ArrayList<>(before);
    all.addAll(more);
    return List.copyOf(all);
  }
}
