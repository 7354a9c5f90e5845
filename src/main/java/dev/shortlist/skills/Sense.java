package dev.shortlist.skills;

import java.util.List;
import java.util.function.Function;

/// A meaning of a phrase, with the words of its rule as numbers.
///
/// @param <T> what a phrase means
final class Sense<T> {
  private static final int[] NONE = {};

  final T value;
  final String phrase;
  final Rule rule;

  /// Whether the phrase is the main name of the meaning.
  final boolean canonical;

  /// Number of the field that names near each other share.
  final int group;

  /// The words as they must be spelt; empty for any capitals.
  final List<String> letters;

  /// Whether the phrase is one word in the plural, which the singular does not mean.
  final boolean plural;

  final int[] with;
  final int[] not;
  final int[] after;
  final int[] before;

  Sense(
      T value,
      String phrase,
      Rule rule,
      boolean canonical,
      int group,
      List<String> letters,
      boolean plural,
      Function<List<String>, int[]> numbers) {
    this.value = value;
    this.phrase = phrase;
    this.rule = rule;
    this.canonical = canonical;
    this.group = group;
    this.letters = letters;
    this.plural = plural;
    this.with = rule.with().isEmpty() ? NONE : numbers.apply(rule.with());
    this.not = rule.not().isEmpty() ? NONE : numbers.apply(rule.not());
    this.after = rule.after().isEmpty() ? NONE : numbers.apply(rule.after());
    this.before = rule.before().isEmpty() ? NONE : numbers.apply(rule.before());
  }

  /// Whether the words around are enough to tell, whatever other names stand there.
  boolean certain() {
    return !rule.near() && !rule.list();
  }
}
