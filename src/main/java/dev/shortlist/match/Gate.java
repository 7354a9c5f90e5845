package dev.shortlist.match;

import java.util.List;
import java.util.Objects;

/// The answer to a gate. It rejects nobody.
///
/// @param requirement id of the requirement
/// @param evidence what the answer rests on; of an unknown one, the words of the CV that name it
///   and leave it open
/// @param found what these words say, a whole sentence in English; empty where the answer is not
///   left open by words of the CV
public record Gate(
    String requirement, String label, Answer answer, List<Evidence> evidence, String found) {
  public Gate {
    evidence = List.copyOf(evidence);
    found = Objects.requireNonNullElse(found, ""); // not in matches that were kept before
  }

  /// One that no words leave open.
  public Gate(String requirement, String label, Answer answer, List<Evidence> evidence) {
    this(requirement, label, answer, evidence, "");
  }

  /// Whether the CV speaks of it and does not decide it.
  public boolean isLeftOpen() {
    return answer == Answer.UNKNOWN && !found.isEmpty();
  }

  public enum Answer {
    PASS,
    UNKNOWN,
    FAIL
  }
}
