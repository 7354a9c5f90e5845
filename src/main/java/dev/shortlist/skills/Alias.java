package dev.shortlist.skills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A name as written in the data, with the rule behind it.
///
/// `Go! {list}`: `!` stands for the condition `exact`, `?` for `near`.
record Alias(String text, Rule rule) {

  static Alias read(String written) {
    int brace = written.indexOf('{');
    if (brace >= 0 && !written.endsWith("}")) {
      throw new IllegalArgumentException("no } at the end of \"" + written + "\"");
    }
    var text = (brace < 0 ? written : written.substring(0, brace)).strip();
    var conditions = new StringBuilder();
    if (brace >= 0) {
      conditions.append(written, brace + 1, written.length() - 1);
    }
    while (text.endsWith("!") || text.endsWith("?")) {
      conditions.append(text.endsWith("!") ? " exact" : " near");
      text = text.substring(0, text.length() - 1);
    }
    return new Alias(text, conditions.isEmpty() ? Rule.NONE : Rule.read(conditions.toString()));
  }

  /// Reads names with commas between them.
  static List<Alias> list(String written) {
    return items(written).stream().map(Alias::read).toList();
  }

  /// What stands between the commas.
  static List<String> items(String written) {
    var items = new ArrayList<String>();
    Arrays.stream(written.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .forEach(items::add);
    return items;
  }
}
