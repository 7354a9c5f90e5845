package dev.shortlist.skills;

import java.util.ArrayList;
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
    var aliases = new ArrayList<Alias>();
    for (String item : items(written, ',')) {
      aliases.add(read(item));
    }
    return aliases;
  }

  /// What stands between the separators, without blanks around it.
  static List<String> items(String written, char separator) {
    var items = new ArrayList<String>();
    int start = 0;
    while (start <= written.length()) {
      int end = written.indexOf(separator, start);
      var item = written.substring(start, end < 0 ? written.length() : end).strip();
      if (!item.isEmpty()) {
        items.add(item);
      }
      start = end < 0 ? written.length() + 1 : end + 1;
    }
    return items;
  }
}
