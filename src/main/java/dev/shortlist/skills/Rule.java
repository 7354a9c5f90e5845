package dev.shortlist.skills;

import java.util.List;

/// Where an ambiguous name counts: all that is said must hold.
///
/// @param name is only what the skill is called; no text says it
/// @param exact letters stand as written, capitals and all
/// @param near another certain name of the same field stands within eight words
/// @param list stands by itself between commas, bullets, slashes, line ends or "and", and another
///   certain name of the same field stands within eight words
/// @param whole is the whole text, as for the title "Manager"
/// @param with one of these words stands within twelve words
/// @param not none of these words stands directly before or after
/// @param after one of these words stands directly before
/// @param before one of these words stands directly after
record Rule(
    boolean name,
    boolean exact,
    boolean near,
    boolean list,
    boolean whole,
    List<String> with,
    List<String> not,
    List<String> after,
    List<String> before) {
  Rule {
    with = List.copyOf(with);
    not = List.copyOf(not);
    after = List.copyOf(after);
    before = List.copyOf(before);
  }

  static final Rule NONE = read("");

  /// Reads what stands between braces: `exact list with:golang/microservice`.
  ///
  /// @throws IllegalArgumentException if a condition is unknown
  static Rule read(String conditions) {
    boolean name = false;
    boolean exact = false;
    boolean near = false;
    boolean list = false;
    boolean whole = false;
    List<String> with = List.of();
    List<String> not = List.of();
    List<String> after = List.of();
    List<String> before = List.of();
    for (String condition : Alias.items(conditions, ' ')) {
      int colon = condition.indexOf(':');
      List<String> words = colon < 0 ? List.of() : Alias.items(condition.substring(colon + 1), '/');
      switch (colon < 0 ? condition : condition.substring(0, colon)) {
        case "name" -> name = true;
        case "exact" -> exact = true;
        case "near" -> near = true;
        case "list" -> list = true;
        case "whole" -> whole = true;
        case "with" -> with = words;
        case "not" -> not = words;
        case "after" -> after = words;
        case "before" -> before = words;
        default -> throw new IllegalArgumentException("unknown condition " + condition);
      }
    }
    return new Rule(name, exact, near, list, whole, with, not, after, before);
  }

  /// How much the rule says about which of several meanings is meant: 2 if it names words that must
  /// be there, 1 if it sets other conditions, 0 if it only refuses some neighbours or is none.
  int decides() {
    if (!with.isEmpty() || !after.isEmpty() || !before.isEmpty()) {
      return 2;
    }
    return name || exact || near || list || whole ? 1 : 0;
  }
}
