package dev.shortlist.match;

import java.util.List;

/// The answer to a gate. It rejects nobody.
///
/// @param requirement id of the requirement
/// @param evidence what the answer rests on; empty when unknown
public record Gate(String requirement, String label, Answer answer, List<Evidence> evidence) {
  public Gate {
    evidence = List.copyOf(evidence);
  }

  public enum Answer {
    PASS,
    UNKNOWN,
    FAIL
  }
}
