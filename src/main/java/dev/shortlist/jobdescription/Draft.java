package dev.shortlist.jobdescription;

import java.util.HashSet;
import java.util.Set;

/// A requirement while the text is still being read.
final class Draft {
  final Set<Integer> units = new HashSet<>();
  Sentence sentence;

  /// Index in the visible text of the first character that names the need.
  int at;

  Need need;
  String label;
  Importance importance;

  /// Whether only the description of the work names it, so that it is asked for without words.
  boolean implied;

  /// Whether only text before any heading names it.
  boolean prose;

  Draft(Sentence sentence, Found found, Importance importance, boolean implied) {
    this.sentence = sentence;
    this.at = sentence.start() + found.start();
    this.need = found.need();
    this.label = found.label();
    this.importance = importance;
    this.implied = implied;
    units.add(sentence.unit());
  }
}
