package dev.shortlist.profile;

import dev.shortlist.skills.Taxonomy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells which rows of a section about skills are one list.
final class SkillRows {
  private final Taxonomy taxonomy;
  private final Wraps wraps;

  SkillRows(Taxonomy taxonomy, Wraps wraps) {
    this.taxonomy = taxonomy;
    this.wraps = wraps;
  }

  /// What a section holds.
  ///
  /// @param rows the rows of each list
  /// @param groups indexes of the rows that name a group of skills
  record Lists(List<List<Row>> rows, Set<Integer> groups) {
    Lists {
      rows = List.copyOf(rows);
      groups = Set.copyOf(groups);
    }
  }

  Lists in(List<Row> rows) {
    boolean apart = rows.stream().anyMatch(row -> row.text().indexOf('\t') > 0);
    var lists = new ArrayList<List<Row>>();
    var groups = new HashSet<Integer>();
    int at = 0;
    while (at < rows.size()) {
      int end = at + 1;
      if (isSubheading(rows, at)) {
        groups.add(rows.get(at).index());
      } else if (rows.get(at).dates().isEmpty() || !MarginNotes.isNote(rows.get(at))) {
        while (end < rows.size()
            && !(apart && isWhole(rows.get(end - 1), rows.get(end)))
            && continues(rows.get(end - 1), rows.get(end))) {
          end++;
        }
        lists.add(rows.subList(at, end));
      }
      at = end;
    }
    return new Lists(lists, groups);
  }

  /// Where items stand apart in their lines, a line ends an item, too.
  private static boolean isWhole(Row previous, Row row) {
    return SkillList.isUnmarked(previous.text()) && SkillList.isUnmarked(row.text());
  }

  /// A line in bold above lists that are not.
  private static boolean isSubheading(List<Row> rows, int at) {
    var row = rows.get(at);
    return row.bold()
        && at + 1 < rows.size()
        && !rows.get(at + 1).bold()
        && !SkillList.isDelimited(row.text())
        && (SkillList.isDelimited(rows.get(at + 1).text())
            || rows.get(at + 1).text().endsWith(":"));
  }

  private boolean continues(Row previous, Row row) {
    if (row.number() != previous.number() + 1) {
      return false;
    }
    if (row.isBulleted() || SkillList.label(row.text()) != null || row.bold() != previous.bold()) {
      return false;
    }
    if (previous.text().isEmpty() || previous.text().endsWith(":") || row.text().isEmpty()) {
      return false;
    }
    if (row.line().box() != null) {
      return wraps.goesOn(previous, row) && !areKnownApart(previous, row);
    }
    boolean list = SkillList.isDelimited(previous.text());
    return wraps.goesOn(previous, row) || (list && !splitsKnown(previous, row));
  }

  private boolean areKnownApart(Row previous, Row row) {
    var before = SkillList.items(SkillList.unlabelled(previous.span()));
    var after = SkillList.items(row.span());
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    String left = before.getLast().span().text();
    String right = after.getFirst().span().text();
    return taxonomy.named(left).isPresent()
        && taxonomy.named(right).isPresent()
        && taxonomy.named(left + " " + right).isEmpty();
  }

  /// Whether the line break parts two skills rather than the words of one.
  private boolean splitsKnown(Row previous, Row row) {
    var before = SkillList.items(SkillList.unlabelled(previous.span()));
    var after = SkillList.items(row.span());
    if (before.isEmpty() || after.isEmpty()) {
      return true;
    }
    char last = previous.text().charAt(previous.text().length() - 1);
    if (",;|•·".indexOf(last) >= 0) {
      return false;
    }
    String left = before.getLast().span().text();
    String right = after.getFirst().span().text();
    if (taxonomy.named(left + " " + right).isPresent()) {
      return false;
    }
    boolean capital = Character.isUpperCase(right.codePointAt(0));
    boolean known = taxonomy.named(left).isPresent();
    return !SkillList.isDelimited(row.text())
        || (capital && known)
        || (known && taxonomy.named(right).isPresent());
  }
}
