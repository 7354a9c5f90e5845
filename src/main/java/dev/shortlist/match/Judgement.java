package dev.shortlist.match;

import dev.shortlist.text.Passage;
import java.util.List;

/// What a reader other than the local matcher says about one requirement.
///
/// @param requirement id of the requirement
/// @param quotes visible words of the CV it rests on
public record Judgement(String requirement, Answer answer, List<Passage> quotes) {
  public Judgement {
    quotes = List.copyOf(quotes);
  }

  /// Whether it may count: who says that something is shown has to show where.
  public boolean isGrounded() {
    return switch (answer) {
      case MET, PARTLY -> !quotes.isEmpty();
      case NOT, UNKNOWN -> true;
    };
  }

  double share() {
    return switch (answer) {
      case MET -> 1;
      case PARTLY -> 0.5;
      case NOT, UNKNOWN -> 0;
    };
  }

  boolean shows() {
    return share() > 0;
  }
}
